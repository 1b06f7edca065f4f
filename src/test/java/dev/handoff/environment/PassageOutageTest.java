package dev.handoff.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.journal.FaultFired;
import dev.handoff.journal.FaultPlanned;
import dev.handoff.journal.Journal;
import dev.handoff.journal.JournalSettings;
import dev.handoff.sandbox.Written;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that is away for the application until it is back, or its scenario is over. */
@Timeout(20)
class PassageOutageTest {

    private final Written written = new Written();
    private final Journal journal = new Journal(JournalSettings.NONE, written);
    private final String ours =
            journal.startScenario("ours", "a.feature", 1, List.of()).scenario();
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Passage passage = new Passage(0, server.getLocalPort());
    private final PassageOutage outage = new PassageOutage("events", passage, journal, Duration.ofMillis(200));

    PassageOutageTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        passage.close();
        server.close();
    }

    private void knock() throws IOException {
        new Socket(InetAddress.getLoopbackAddress(), passage.port()).close();
    }

    private boolean isOpen() throws IOException {
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), passage.port());
                Socket end = server.accept()) {
            return end.isConnected() && client.isConnected();
        }
    }

    @Test
    void is_on_record_once_when_the_application_was_refused() throws IOException {
        outage.down(ours);
        assertThat(outage.unmet(ours)).containsExactly("events is down");
        knock();
        knock();

        written.await(FaultFired.class, fired -> fired.system().equals("events"));
        Awaitility.await().until(() -> outage.unmet(ours).isEmpty());
        assertThat(written.all(FaultFired.class)).singleElement().satisfies(fired -> assertThat(fired.captured())
                .isZero());
        assertThat(written.all(FaultPlanned.class)).hasSize(1);
    }

    @Test
    void an_outage_that_nobody_noticed_is_unmet_after_it_too() {
        outage.down(ours);
        outage.up(ours);

        assertThat(outage.unmet(ours)).containsExactly("events is down");
    }

    @Test
    void ends_with_its_scenario() throws IOException {
        outage.down(ours);
        outage.end(ours);

        assertThat(isOpen()).isTrue();
        assertThat(outage.unmet(ours)).isEmpty();
    }

    @Test
    void is_not_ended_by_the_end_of_another_scenario() throws IOException {
        outage.down(ours);
        outage.end("another");
        knock();

        written.await(FaultFired.class, fired -> fired.scenario().equals(ours));
    }
}
