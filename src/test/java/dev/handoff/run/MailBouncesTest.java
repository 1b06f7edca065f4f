package dev.handoff.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handoff.action.ActionFailed;
import dev.handoff.action.Webhooks;
import dev.handoff.fault.FaultPlan;
import dev.handoff.fault.NextRequests;
import dev.handoff.journal.Disposition;
import dev.handoff.journal.ExchangeEnded;
import dev.handoff.journal.Exchanged;
import dev.handoff.journal.Journal;
import dev.handoff.journal.JournalSettings;
import dev.handoff.journal.Settlement;
import dev.handoff.sandbox.Written;
import dev.handoff.sandbox.mail.MailServer;
import dev.handoff.vocabulary.SystemSpec;
import dev.handoff.vocabulary.VocabularyReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.client.SmartClient;

/** Mails over SMTP that come back, and how the application is told over HTTP. */
@Timeout(20)
class MailBouncesTest {

    private static final String OURS = "ada@example.test";

    @TempDir
    private Path folder;

    private final ScriptedServer application = new ScriptedServer();
    private final Written written = new Written();
    private final Journal journal = new Journal(new JournalSettings(Map.of(), java.util.Set.of()), written);
    private final FaultPlan faults = new FaultPlan("mail", journal);
    private final String ours =
            journal.startScenario("ours", "a.feature", 1, List.of(OURS)).scenario();
    private MailServer server;
    private MailBounces bounces;

    @BeforeEach
    void serve() throws IOException {
        Path file = Files.writeString(folder.resolve("handoff.yaml"), """
                application: { url: http://localhost }
                systems:
                  mail:
                    type: mail
                    bounce:
                      http: POST /webhooks/mail
                      headers: { Mail-Event: bounce }
                      sign: { header: Mail-Signature, secret: what both know, prefix: "sha256=" }
                      body: { to: "${recipient}", id: "${messageId}", about: "${subject}", at: "${unique.number}" }
                  letters: { type: mail }
                """);
        Map<String, SystemSpec> systems = VocabularyReader.read(file, Map.of()).systems();
        server = new MailServer((SystemSpec.Mail) systems.get("mail"), 0, journal, faults);
        bounces = new MailBounces(
                ours,
                journal,
                systems,
                new Webhooks(ours, journal, application.url(), "X-Correlation-Id"),
                name -> name.equals("unique.number") ? Optional.of(7) : Optional.empty());
    }

    @AfterEach
    void stop() {
        bounces.close();
        server.close();
        application.close();
    }

    private void bounce(int times) {
        faults.plan(ours, bounces.of("mail", NextRequests.of(times)));
    }

    private void send(String... to) throws IOException {
        SmartClient client = SmartClient.createAndConnect(
                "localhost", Integer.parseInt(server.address().get("port")), "localhost");
        client.from("shop@example.org");
        for (String recipient : to) {
            client.to(recipient);
        }
        client.dataStart();
        client.dataWrite(
                "Subject: Welcome\r\nMessage-ID: <42@shop.example>\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        client.dataEnd();
        client.quit();
    }

    private ExchangeEnded ended() {
        return written.await(ExchangeEnded.class, ended -> true);
    }

    private List<Long> held() {
        return journal.glance(ours, Map.of(), Settlement.OPEN).held();
    }

    @Test
    void the_application_is_told_by_the_webhook_of_the_vocabulary() throws Exception {
        application.then(200, "");
        bounce(1);
        send(OURS);
        ended();

        assertThat(application.asked).containsExactly("POST /webhooks/mail");
        assertThat(application.bodies)
                .containsExactly(
                        "{\"to\":\"ada@example.test\",\"id\":\"42@shop.example\",\"about\":\"Welcome\",\"at\":7}");
        assertThat(written.all(Exchanged.class)).singleElement().satisfies(webhook -> {
            assertThat(webhook.request().headers())
                    .containsKeys("Mail-Signature", "Mail-Event")
                    .containsEntry("X-Correlation-Id", List.of(ours));
            assertThat(webhook.status()).isEqualTo(200);
        });
    }

    @Test
    void the_mail_was_sent_and_came_back_and_no_action_did_it() throws Exception {
        application.then(503, "");
        bounce(1);
        send(OURS);

        assertThat(written.capture().disposition()).isEqualTo(Disposition.ACCEPTED);
        assertThat(ended().captured()).isEqualTo(written.capture().index());
        assertThat(ended().answered()).isTrue();
        assertThat(ended().how()).isEqualTo("the mail came back: POST /webhooks/mail answered 503");
        assertThat(written.all(Exchanged.class)).singleElement().satisfies(webhook -> assertThat(webhook.action())
                .isZero());
        assertThat(bounces.failures()).isEmpty();
        assertThat(faults.unmet(ours)).isEmpty();
    }

    @Test
    void nothing_is_at_rest_before_the_webhook_was_answered() throws Exception {
        List<Long> heldThen = new CopyOnWriteArrayList<>();
        application.then(200, "", () -> heldThen.addAll(held()));
        bounce(1);
        send(OURS);
        ended();

        assertThat(heldThen).containsExactly(written.capture().index());
        assertThat(held()).isEmpty();
    }

    @Test
    void each_recipient_is_told_of() throws Exception {
        application.then(200, "");
        bounce(1);
        send(OURS, "bob@example.test");

        assertThat(ended().how())
                .isEqualTo("the mail came back: POST /webhooks/mail answered 200, POST /webhooks/mail answered 200");
        assertThat(application.bodies)
                .extracting(body -> body.replaceFirst(",.*", ""))
                .containsExactly("{\"to\":\"ada@example.test\"", "{\"to\":\"bob@example.test\"");
    }

    @Test
    void so_many_mails_come_back_and_no_other() throws Exception {
        application.then(200, "");
        bounce(2);
        send("bob@example.org");
        send(OURS);
        send(OURS);
        send(OURS);
        bounces.close();

        assertThat(application.asked).hasSize(2);
        assertThat(written.all(ExchangeEnded.class))
                .extracting(ExchangeEnded::captured)
                .containsExactlyInAnyOrder(
                        written.captured().get(1).index(),
                        written.captured().get(2).index());
    }

    @Test
    void an_application_that_cannot_be_told_is_a_failure_of_the_fault_and_holds_nothing_up() throws Exception {
        application.close();
        bounce(1);
        send(OURS);

        assertThat(ended().how())
                .startsWith("the mail came back: no answer to POST " + application.url() + "/webhooks/mail: ");
        assertThat(bounces.failures())
                .singleElement()
                .asString()
                .startsWith("mail bounces the next request could not be carried out: no answer to POST ");
        assertThat(held()).isEmpty();
    }

    @Test
    void a_system_that_does_not_say_how_bounces_nothing() {
        assertThatThrownBy(() -> bounces.of("letters", NextRequests.of(1)))
                .isInstanceOf(ActionFailed.class)
                .hasMessage("nothing says how the application is told that a mail of letters came back");
    }
}
