package dev.handoff.sandbox.amqp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeptMessagesTest {

    @Test
    void of_a_run_the_latest_messages_are_kept() {
        KeptMessages kept = new KeptMessages(3000);
        for (long position = 1; position <= 3; position++) {
            kept.keep(position, new KeptMessages.Kept("e", "k", null, new byte[100]));
        }

        assertThat(kept.at(1)).isEmpty();
        assertThat(kept.at(2)).isPresent();
        assertThat(kept.at(3)).isPresent();
    }
}
