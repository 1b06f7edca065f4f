package dev.handoff.sandbox.amqp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FencesTest {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Fences fences = new Fences(() -> now);

    @Test
    void a_fence_that_came_back_says_that_all_before_it_left_was_seen() {
        Instant left = now;
        Fences.Fence fence = fences.next();
        later(1);
        assertThat(fences.seenUpTo()).isNull();

        fences.arrived(fence.number());

        assertThat(fences.seenUpTo()).isEqualTo(left);
        assertThat(fence.back()).isCompleted();
        assertThat(fences.isUnderWay()).isFalse();
    }

    @Test
    void a_later_fence_speaks_for_those_before_it() {
        Fences.Fence first = fences.next();
        later(1);
        Fences.Fence second = fences.next();

        fences.arrived(second.number());

        assertThat(first.back()).isCompleted();
        assertThat(fences.seenUpTo()).isEqualTo(second.left());
        assertThat(fences.arrived(first.number())).isEmpty();
        assertThat(fences.seenUpTo()).isEqualTo(second.left());
    }

    @Test
    void a_fence_of_a_lost_session_says_nothing() {
        Fences.Fence fence = fences.next();
        fences.lost("gone");

        assertThat(fences.arrived(fence.number())).isEmpty();
        assertThat(fences.seenUpTo()).isNull();
        assertThatThrownBy(() -> fence.back().join()).hasMessageContaining("gone");
        assertThat(fences.waiting()).isZero();
    }

    @Test
    void a_fence_that_could_not_leave_is_not_waited_for() {
        Fences.Fence fence = fences.next();
        fences.withdraw(fence);

        assertThat(fences.isUnderWay()).isFalse();
        assertThatThrownBy(() -> fence.back().join()).hasMessageContaining("the connection to the broker is lost");
    }

    @Test
    void the_oldest_fence_tells_how_long_the_broker_is_silent() {
        fences.next();
        later(3);
        fences.next();
        later(2);

        assertThat(fences.waiting()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void what_comes_was_published_after_the_last_fence_that_came_back_and_after_the_binding() {
        Instant bound = now;
        later(1);
        assertThat(fences.publishedAfter()).isEqualTo(bound);
        Fences.Fence fence = fences.next();
        fences.arrived(fence.number());
        assertThat(fences.publishedAfter()).isEqualTo(fence.left());
        later(1);
        fences.binding();
        assertThat(fences.publishedAfter()).isEqualTo(now);
        assertThat(fences.seenUpTo()).isEqualTo(fence.left());
    }

    private void later(long seconds) {
        now = now.plusSeconds(seconds);
    }
}
