package dev.handoff.action;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The first request is sent before it counts. */
class WarmUpTest {

    @Test
    void it_sends_a_whole_exchange() {
        assertThatCode(() -> WarmUp.begin().get(30, TimeUnit.SECONDS)).doesNotThrowAnyException();
    }
}
