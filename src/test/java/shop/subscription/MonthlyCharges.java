package shop.subscription;

import java.time.Duration;
import java.time.Instant;
import shop.clock.Clocks;
import shop.database.Transaction;
import shop.defect.Defects;
import shop.inbox.Handler;
import shop.messaging.Channel;
import shop.messaging.Message;
import shop.outbox.Outbox;
import shop.schedule.Job;
import shop.schedule.Schedule;
import shop.schedule.Task;

/** Charges each month of a subscription once, however often and however late the scheduler comes to it. */
final class MonthlyCharges implements Job {

    static final String JOB = "subscription.charge";

    /** What the scheduler hands to billing. */
    static final String COMMAND = "subscription.charge";

    static final String TABLES = """
            create table if not exists subscription_month (
                subscription_id text not null references subscription,
                period          integer not null,
                charged_at      timestamptz not null default clock_timestamp(),
                primary key (subscription_id, period)
            );
            """;

    private static final Duration LATE = Duration.ofDays(2);

    private final Outbox outbox;
    private final Defects defects;

    MonthlyCharges(Outbox outbox, Defects defects) {
        this.outbox = outbox;
        this.defects = defects;
    }

    private record Month(int period) {}

    /** The first month was paid when the subscription was sold. */
    static void begin(Transaction tx, Subscription subscription) {
        open(tx, subscription.id(), 1);
        schedule(tx, subscription, 2);
    }

    /** Nothing more is charged. */
    static void stop(Transaction tx, String subscriptionId) {
        Schedule.cancel(tx, JOB, subscriptionId);
    }

    /** Has the scheduler come to the month that was begun last, as it has before. */
    static void runAgain(Transaction tx, Subscription subscription) {
        int period = tx.first(
                        "select max(period) from subscription_month where subscription_id = ?",
                        row -> row.getInt(1),
                        subscription.id())
                .orElseThrow();
        schedule(tx, subscription, period);
    }

    @Override
    public Handler.Changes run(Task task) {
        int period = task.data(Month.class).period();
        return tx -> Subscriptions.lock(tx, task.about()).ifPresent(subscription -> charge(tx, subscription, period));
    }

    private void charge(Transaction tx, Subscription subscription, int period) {
        if (!subscription.isActive() && !defects.has(CancellationDefect.CHARGED_AFTER_CANCELLATION)) {
            return;
        }
        if (defects.has(CancellationDefect.LATE_SCHEDULER_SKIPS_THE_CHARGE) && isLate(tx, subscription, period)) {
            return;
        }
        if (open(tx, subscription.id(), period)) {
            order(tx, Charge.of(subscription, period), subscription.correlationId());
            if (!defects.has(CancellationDefect.NEXT_MONTH_NOT_SCHEDULED)) {
                schedule(tx, subscription, period + 1);
            }
        } else if (defects.has(CancellationDefect.SCHEDULER_RUNS_TWICE)) {
            order(tx, Charge.of(subscription, period).again(), subscription.correlationId());
        }
    }

    private static boolean isLate(Transaction tx, Subscription subscription, int period) {
        Instant due = Period.end(subscription.begun(), period - 1);
        return Clocks.now(tx, subscription.email()).isAfter(due.plus(LATE));
    }

    /** Returns whether nobody has charged the month before. */
    private static boolean open(Transaction tx, String subscriptionId, int period) {
        return tx.update(
                        "insert into subscription_month (subscription_id, period) values (?, ?) on conflict do nothing",
                        subscriptionId,
                        period)
                == 1;
    }

    private void order(Transaction tx, Charge charge, String correlationId) {
        outbox.add(tx, Message.of(COMMAND, correlationId, charge).on(Channel.COMMANDS, charge.subscriptionId()));
    }

    private static void schedule(Transaction tx, Subscription subscription, int period) {
        Schedule.add(
                tx,
                Task.of(
                        JOB,
                        subscription.id(),
                        subscription.email(),
                        subscription.correlationId(),
                        Period.end(subscription.begun(), period - 1),
                        new Month(period)));
    }
}
