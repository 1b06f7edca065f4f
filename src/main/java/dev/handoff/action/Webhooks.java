package dev.handoff.action;

import dev.handoff.journal.Journal;
import dev.handoff.vocabulary.ActionSpec;
import dev.handoff.vocabulary.Template;

/** Requests to the application that a fault sends and no step: each is on record, and is no action of the scenario. */
public final class Webhooks {

    private static final long NO_ACTION = 0;

    private final HttpSender sender;
    private final Requests requests;

    /**
     * Webhooks of a scenario.
     *
     * @param applicationUrl what paths are relative to
     * @param correlationHeader the header that carries the correlation ID
     */
    public Webhooks(String scenario, Journal journal, String applicationUrl, String correlationHeader) {
        this.sender = new HttpSender(scenario, correlationHeader, journal);
        this.requests = new Requests(applicationUrl);
    }

    /**
     * Sends one and waits for the answer.
     *
     * @return the answer in words: {@code POST /webhooks/mail answered 200}
     * @throws ActionFailed when a value is missing, or nobody answers
     */
    public String send(ActionSpec.Request webhook, Values values) {
        Prepared prepared;
        try {
            prepared = requests.prepare(webhook, null, values);
        } catch (Template.UnknownValue unknown) {
            throw new ActionFailed(webhook.http() + " needs a value for ${" + unknown.name()
                    + "}, and nothing in this scenario gave one so far");
        }
        return webhook.http() + " answered "
                + sender.send(prepared, NO_ACTION, true).status();
    }
}
