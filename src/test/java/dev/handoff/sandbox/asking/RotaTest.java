package dev.handoff.sandbox.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Everybody has a turn, and whoever is waited for has it first. */
@Timeout(20)
class RotaTest {

    private static final Duration EVERY = Duration.ofMillis(100);

    private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Rota<String> rota = new Rota<>(EVERY, Duration.ZERO, () -> now);

    private void passes(Duration time) {
        now = now.plus(time);
    }

    @Test
    void theOneThatIsDueLongestIsNext() throws InterruptedException {
        rota.add("a");
        passes(Duration.ofMillis(1));
        rota.add("b");

        assertThat(rota.next()).isEqualTo("a");
        rota.done("a", Duration.ZERO);
        assertThat(rota.next()).isEqualTo("b");
        rota.done("b", Duration.ZERO);
        passes(EVERY);
        assertThat(rota.next()).isEqualTo("a");
    }

    @Test
    void whoIsWaitedForIsNextThoughNotDue() throws InterruptedException {
        rota.add("a");
        rota.add("b");
        rota.done("a", Duration.ZERO);
        rota.want("a");
        rota.want("a");

        assertThat(rota.next()).isEqualTo("a");
        assertThat(rota.next()).as("waited for once only").isEqualTo("b");
    }

    @Test
    void whoIsWaitedForIsLeftAloneForTheLeastRest() throws InterruptedException {
        Rota<String> polite = new Rota<>(EVERY, Duration.ofMillis(40), () -> now);
        polite.add("a");
        polite.add("b");
        polite.done("a", Duration.ZERO);
        polite.want("a");

        assertThat(polite.next()).as("not before it has rested").isEqualTo("b");
        polite.done("b", Duration.ZERO);
        passes(Duration.ofMillis(40));
        assertThat(polite.next()).isEqualTo("a");
    }

    @Test
    void whoHasLeftIsNeitherAskedForNorWaitedFor() throws InterruptedException {
        rota.add("a");
        rota.add("b");
        rota.want("a");
        rota.remove("a");
        rota.want("a");
        rota.done("a", Duration.ZERO);

        assertThat(rota.next()).isEqualTo("b");
    }

    @Test
    void askingForManyTakesNoMoreThanHalfOfTheTime() throws InterruptedException {
        rota.add("a");
        rota.add("b");
        rota.done("a", Duration.ofMillis(200));
        rota.done("b", Duration.ofMillis(400));

        passes(Duration.ofMillis(799));
        CompletableFuture<String> next = CompletableFuture.supplyAsync(this::next);
        assertThat(next).isNotDone();
        passes(Duration.ofMillis(1));
        assertThat(next.join()).isEqualTo("a");
    }

    @Test
    void whatTookVeryLongIsAskedForAgainInABoundedTime() throws InterruptedException {
        rota.add("a");
        rota.done("a", Duration.ofSeconds(6));

        passes(EVERY.multipliedBy(10));
        assertThat(rota.next()).isEqualTo("a");
    }

    @Test
    void theNextIsWaitedForUntilThereIsOne() {
        CompletableFuture<String> next = CompletableFuture.supplyAsync(this::next);

        rota.add("a");

        assertThat(next.join()).isEqualTo("a");
    }

    private String next() {
        try {
            return rota.next();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
