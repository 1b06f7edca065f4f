package dev.handoff.fault;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * {@code bounces the next welcome email}: a mail is taken, and comes back when its sender has gone.
 *
 * @param sendBack tells the application of it; called when the sender has its answer
 */
public record Bounces(NextRequests mails, Consumer<Bounced> sendBack) implements HttpFault {

    @Override
    public String describe() {
        return "bounces " + mails.words();
    }

    @Override
    public int times() {
        return mails.times();
    }

    @Override
    public boolean isForMail() {
        return true;
    }

    @Override
    public Optional<Treatment> meet(Arrival request) {
        return mails.treated(request, Treatment.NONE);
    }
}
