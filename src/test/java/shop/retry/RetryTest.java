package shop.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetryTest {

    private final Retry retry = new Retry(new Backoff(4, Duration.ofMillis(1)));
    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void theWaitsDouble() {
        assertThat(Backoff.DEFAULT.waitAfter(1)).hasMillis(100);
        assertThat(Backoff.DEFAULT.waitAfter(2)).hasMillis(200);
        assertThat(Backoff.DEFAULT.waitAfter(3)).hasMillis(400);
        assertThat(Backoff.DEFAULT.allowsAnotherAfter(3)).isTrue();
        assertThat(Backoff.DEFAULT.allowsAnotherAfter(4)).isFalse();
    }

    @Test
    void whatWorksInTheEndIsReturned() throws Exception {
        int worked = retry.call(() -> {
            if (attempts.incrementAndGet() < 3) {
                throw new TryAgain("busy");
            }
            return attempts.get();
        });
        assertThat(worked).isEqualTo(3);
    }

    @Test
    void theLastOfFourFailuresIsTheReason() {
        assertThatThrownBy(() -> retry.call(() -> {
                    throw new TryAgain("busy " + attempts.incrementAndGet());
                }))
                .isInstanceOf(GivenUp.class)
                .hasMessage("busy 4, as the last of 4 attempts");
    }

    @Test
    void whatIsRefusedIsNotTriedAgain() {
        assertThatThrownBy(() -> retry.call(() -> {
                    attempts.incrementAndGet();
                    throw new GivenUp("no");
                }))
                .hasMessage("no");
        assertThat(attempts).hasValue(1);
    }
}
