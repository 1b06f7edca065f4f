package dev.handoff.run;

import dev.handoff.expectation.EffectName;
import dev.handoff.expectation.Source;
import dev.handoff.expectation.Statement;
import dev.handoff.fault.HttpFault;
import dev.handoff.fault.NextRequests;
import dev.handoff.vocabulary.ActionSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the steps of one scenario act on: the application and its systems, or nothing when they are only rehearsed. */
public interface Scene {

    /** What a placeholder stands for in this scenario. */
    Optional<Object> value(String name);

    /** Carries out an action of the vocabulary. */
    void perform(ActionSpec action, Map<String, Object> parameters, String text);

    /** Sends the requests of the last action again. */
    void repeat(String text);

    /** Sends the last request so many times at the same moment. */
    void repeatAtOnce(int times, String text);

    /** Follows the first link of one of the mails that were found. */
    void followLink(Judgement found, MailedLink link, String text);

    /** Delivers a message that was found again. */
    void redeliver(EffectName effect, Judgement found, Again again, String text);

    /** Delivers each message of a kind a second time as soon as it is captured. */
    void deliverTwice(EffectName effect);

    /** Ends the application and starts it again: at once, as a crash does, or in good order. */
    void restart(boolean kill, String text);

    /** Kills the application as soon as an effect is captured, and starts it again. */
    void killOn(EffectName effect);

    /** Makes a system misbehave towards this scenario. */
    void plan(String system, HttpFault fault);

    /** Has mails come back after they were taken. */
    void bounce(String system, NextRequests mails);

    /** A system is away from now on. */
    void takeDown(String system);

    /** A system that was away is there again. */
    void bringBack(String system);

    /** Waits until a statement can be judged, and judges it. */
    Judgement expect(Source source, Statement statement);

    /** Waits for a first effect without stating anything. */
    Judgement find(Source source, Statement statement);

    /** What has been stated so far, for a statement about everything else. */
    List<Statement> stated();
}
