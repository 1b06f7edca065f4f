package shop.subscription;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import shop.clock.Clocks;
import shop.database.Transaction;
import shop.domain.Means;
import shop.http.Answer;
import shop.http.Correlation;
import shop.http.Problem;
import shop.http.Respond;
import shop.http.Routes;
import shop.messaging.Channel;
import shop.messaging.Message;
import shop.schedule.Schedule;
import shop.schedule.Task;
import shop.workflow.Workflows;

/** {@code POST /subscriptions/{id}/cancel}. What was paid can be used to the end of the month. */
final class CancellationRoutes implements Routes {

    private final Means means;

    CancellationRoutes(Means means) {
        this.means = means;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/subscriptions/{id}/cancel", this::cancel);
    }

    private void cancel(Context ctx) {
        String id = ctx.pathParam("id");
        String correlationId = Correlation.of(ctx);
        Respond.answer(ctx, means.database().transaction(tx -> accept(tx, id, correlationId)));
    }

    private Answer accept(Transaction tx, String id, String correlationId) {
        Subscription before = Subscriptions.lock(tx, id).orElseThrow(() -> SubscriptionRoutes.unknown(id));
        if (!before.isActive()) {
            throw Problem.conflict("The subscription was cancelled before.");
        }
        Subscriptions.changeStatus(tx, id, Subscription.CANCELLED);
        Cancellation cancellation = new Cancellation(
                id,
                before.billingId(),
                before.email(),
                before.plan().label(),
                end(tx, before).toString());
        if (!means.defects().has(CancellationDefect.CHARGED_AFTER_CANCELLATION)) {
            MonthlyCharges.stop(tx, id);
        }
        endAccess(tx, cancellation, correlationId);
        Workflows.begin(tx, CancellationWorkflow.DEFINITION, id, correlationId);
        if (means.defects().has(CancellationDefect.CANCELLATION_CONFIRMED_BEFORE_BILLING_STOPS)) {
            StopBilling.announce(tx, means.outbox(), cancellation, correlationId);
        }
        means.outbox()
                .add(
                        tx,
                        Message.of(CancellationWorkflow.REQUESTED, correlationId, cancellation)
                                .on(Channel.COMMANDS, id));
        return Answer.of(202, cancellation);
    }

    private static Instant end(Transaction tx, Subscription subscription) {
        Instant now = Clocks.now(tx, subscription.email());
        return Period.end(subscription.begun(), Period.at(subscription.begun(), now));
    }

    private void endAccess(Transaction tx, Cancellation cancellation, String correlationId) {
        if (means.defects().has(CancellationDefect.CANCELLED_ACCESS_NEVER_CLOSED)) {
            return;
        }
        Instant end = means.defects().has(CancellationDefect.CANCELLED_ACCESS_CLOSED_AT_ONCE)
                ? Clocks.now(tx, cancellation.customerEmail())
                : Instant.parse(cancellation.accessUntil());
        Schedule.add(
                tx,
                Task.of(
                        AccessEnd.JOB,
                        cancellation.subscriptionId(),
                        cancellation.customerEmail(),
                        correlationId,
                        end,
                        cancellation));
    }
}
