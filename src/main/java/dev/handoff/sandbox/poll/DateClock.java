package dev.handoff.sandbox.poll;

import dev.handoff.journal.Interval;
import dev.handoff.sandbox.SkewOverTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The clock on the other side, as the {@code Date} of its answers tells it in whole seconds: each says that it was between
 * that second and the next when the answer was made, and what many say together is more exact.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-6.6.1">RFC 9110, 6.6.1</a>
 */
final class DateClock {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Supplier<Instant> ourClock;
    private final SkewOverTime skew;
    private SkewOverTime.Range together;
    private boolean measuredAgain;

    /** @param skew where it is kept how far that clock is from ours */
    DateClock(Supplier<Instant> ourClock, SkewOverTime skew) {
        this.ourClock = ourClock;
        this.skew = skew;
    }

    /** Takes what an answer tells; one out of a cache tells nothing. */
    synchronized void hear(Reply reply) {
        if (reply.header("Age").isPresent()) {
            return;
        }
        reply.header("Date")
                .flatMap(RetryAfter::date)
                .ifPresent(date -> hear(new SkewOverTime.Range(
                        Duration.between(date.plus(SECOND), reply.asked()), Duration.between(date, reply.answered()))));
    }

    /** After a gap it may be another clock. */
    synchronized void beginAnew() {
        together = null;
        measuredAgain = false;
    }

    private void hear(SkewOverTime.Range said) {
        if (together != null && skew.isDue()) {
            skew.again(said);
            together = said;
            measuredAgain = true;
            return;
        }
        together = together == null ? said : common(together, said);
        if (!measuredAgain) {
            skew.begin(together);
        }
    }

    /** What both say; if they contradict each other the clock was set, and the later is right. */
    private static SkewOverTime.Range common(SkewOverTime.Range one, SkewOverTime.Range other) {
        Duration least = one.least().compareTo(other.least()) > 0 ? one.least() : other.least();
        Duration most = one.most().compareTo(other.most()) < 0 ? one.most() : other.most();
        return least.compareTo(most) <= 0 ? new SkewOverTime.Range(least, most) : other;
    }

    /** When something happened that has a time of theirs; empty as long as nothing tells their clock. */
    synchronized Optional<Interval> ours(TheirTime theirs) {
        return skew.at(theirs.instant())
                .map(range -> new Interval(
                        theirs.earliest().plus(range.least()), theirs.latest().plus(range.most())));
    }

    synchronized String inWords() {
        Optional<SkewOverTime.Range> range = skew.at(ourClock.get());
        return range.map(known -> {
                    Duration apart = known.least().abs().compareTo(known.most().abs()) > 0
                            ? known.least().abs()
                            : known.most().abs();
                    return String.format(Locale.ROOT, "its clock within %.1f s of ours", apart.toMillis() / 1000.0);
                })
                .orElse("it does not tell its time");
    }
}
