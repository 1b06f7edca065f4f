package dev.handoff.steps;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handoff.fault.AcceptsButAnswers;
import dev.handoff.fault.AcceptsButDropsConnection;
import dev.handoff.fault.AcceptsButNeverAnswers;
import dev.handoff.fault.AllowsRequests;
import dev.handoff.fault.AnswersStatus;
import dev.handoff.fault.AnswersWithError;
import dev.handoff.fault.DropsConnection;
import dev.handoff.fault.DropsField;
import dev.handoff.fault.Hangs;
import dev.handoff.fault.HttpFault;
import dev.handoff.fault.MissesScope;
import dev.handoff.fault.NextRequests;
import dev.handoff.fault.RejectsCredentials;
import dev.handoff.fault.Stricter;
import dev.handoff.fault.TakesTime;
import dev.handoff.vocabulary.SystemSpec;
import io.cucumber.java.en.Given;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Planned misbehaviours of systems that are reached over HTTP, for this scenario only. */
public final class FaultSteps {

    private final World world;

    public FaultSteps(World world) {
        this.world = world;
    }

    @Given("{system} answers {int} to {requests}")
    public void answers(String system, int status, NextRequests requests) {
        plan(system, requests, () -> new AnswersStatus(status, requests));
    }

    @Given("{system} answers 200 with an error to {requests}")
    public void answersWithError(String system, NextRequests requests) {
        plan(system, requests, () -> new AnswersWithError(errorBody(system), requests));
    }

    @Given("{system} takes {duration} to answer")
    public void takesTime(String system, Duration time) {
        plan(system, () -> new TakesTime(time, Optional.empty()));
    }

    @Given("{system} takes {duration} to answer {requests}")
    public void takesTime(String system, Duration time, NextRequests requests) {
        plan(system, requests, () -> new TakesTime(time, Optional.of(requests)));
    }

    @Given("{system} drops the connection once")
    public void dropsConnection(String system) {
        plan(system, () -> new DropsConnection(1));
    }

    @Given("{system} drops the connection {int} times")
    public void dropsConnection(String system, int times) {
        plan(system, () -> new DropsConnection(times));
    }

    @Given("{system} hangs on {requests}")
    public void hangs(String system, NextRequests requests) {
        plan(system, requests, () -> new Hangs(requests));
    }

    @Given("{system} accepts {requests} but never answers")
    public void acceptsButNeverAnswers(String system, NextRequests requests) {
        plan(system, requests, () -> new AcceptsButNeverAnswers(requests));
    }

    @Given("{system} accepts {requests} but answers {int}")
    public void acceptsButAnswers(String system, NextRequests requests, int status) {
        plan(system, requests, () -> new AcceptsButAnswers(status, requests));
    }

    @Given("{system} accepts {requests} but drops the connection")
    public void acceptsButDropsConnection(String system, NextRequests requests) {
        plan(system, requests, () -> new AcceptsButDropsConnection(requests));
    }

    @Given("{system} allows {int} request(s) per {period}")
    public void allows(String system, int allowed, ParameterTypes.Period period) {
        plan(system, () -> new AllowsRequests(allowed, period.length(), period.name()));
    }

    @Given("{system} rejects the credentials until they are renewed")
    public void rejectsCredentials(String system) {
        plan(system, RejectsCredentials::new);
    }

    @Given("{system} misses the scope {string} in the credentials")
    public void missesScope(String system, String scope) {
        plan(system, () -> new MissesScope(scope));
    }

    @Given("{system} has become stricter: it rejects a request without {string}")
    public void requires(String system, String field) {
        plan(system, () -> Stricter.requiring(field));
    }

    @Given("{system} has become stricter: it rejects a request whose {string} does not match {string}")
    public void requires(String system, String field, String pattern) {
        plan(system, () -> Stricter.matching(field, pattern));
    }

    @Given("{system} drops the field {string} silently")
    public void dropsField(String system, String field) {
        plan(system, () -> new DropsField(field));
    }

    private static Optional<String> errorBody(String system) {
        return Runs.vocabulary().systems().get(system) instanceof SystemSpec.Http http
                ? http.errorBody().map(JsonNode::toString)
                : Optional.empty();
    }

    private void plan(String system, NextRequests requests, Supplier<HttpFault> fault) {
        requireRecorder(system, requests);
        plan(system, fault);
    }

    /** What is recorded elsewhere could not meet a fault of this system. */
    static void requireRecorder(String system, NextRequests requests) {
        requests.effect()
                .flatMap(Runs.vocabulary()::recorderOf)
                .map(SystemSpec::name)
                .filter(recorder -> !recorder.equals(system))
                .ifPresent(recorder -> {
                    throw new Undecided(
                            system + " records no " + requests.effect().orElseThrow() + "; " + recorder
                                    + " does, so that nothing could meet this fault");
                });
    }

    private void plan(String system, Supplier<HttpFault> fault) {
        try {
            world.scenario().plan(system, fault.get());
        } catch (IllegalArgumentException impossible) {
            throw new Undecided(impossible.getMessage());
        }
    }
}
