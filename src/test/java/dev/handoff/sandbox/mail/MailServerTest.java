package dev.handoff.sandbox.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Disposition;
import dev.handoff.journal.Journal;
import dev.handoff.journal.JournalSettings;
import dev.handoff.journal.ProbeChanged;
import dev.handoff.sandbox.ProbeFailed;
import dev.handoff.sandbox.Written;
import dev.handoff.vocabulary.SystemSpec;
import dev.handoff.vocabulary.SystemSpec.MailPattern;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailServerTest {

    private static final int MEBIBYTE = 1 << 20;

    private final Written written = new Written();
    private final Journal journal = new Journal(JournalSettings.NONE, written);
    private final MailServer server = new MailServer(spec(), 0, journal);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aMailReachesThoseOfItsEnvelopeBlindCopiesIncluded() throws Exception {
        send(List.of("ada@example.org", "boss@example.org", "hidden@example.org"), """
                From: Shop <shop@example.org>
                To: Ada <ada@example.org>
                Cc: boss@example.org
                Subject: Welcome to Shop
                X-Correlation-Id: 7

                Hello Ada
                """);

        Captured mail = written.capture();
        assertThat(mail.effect()).isEqualTo("welcome email");
        assertThat(mail.system()).isEqualTo("mail");
        assertThat(mail.disposition()).isEqualTo(Disposition.ACCEPTED);
        assertThat(mail.summary())
                .isEqualTo("mail \"Welcome to Shop\" to ada@example.org, boss@example.org, hidden@example.org");
        assertThat(mail.properties())
                .containsExactly(
                        Map.entry("envelope from", "bounces@example.org"),
                        Map.entry("envelope to", "ada@example.org, boss@example.org, hidden@example.org"));
        assertThat(mail.content().header("x-correlation-id")).contains("7");
        assertThat(texts(fields().path("to")))
                .containsExactly("ada@example.org", "boss@example.org", "hidden@example.org");
        assertThat(fields().path("from").asText()).isEqualTo("Shop <shop@example.org>");
        assertThat(fields().path("text").asText().strip()).isEqualTo("Hello Ada");
        assertThat(fields().has("html")).isFalse();
        assertThat(mail.content().cutAt()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "Welcome to Shop, ada@example.org, shop@example.org, welcome email",
        "WELCOME TO SHOP, ada@example.org, shop@example.org, welcome email",
        "Re: Welcome to Shop, ada@example.org, shop@example.org, ",
        "Your refund of 25.00 USD (A-1), ada@example.org, shop@example.org, refund email",
        "Your refundXof, ada@example.org, shop@example.org, ",
        "anything, ada@support.example.org, shop@example.org, support email",
        "anything, ada@supportXexample.org, shop@example.org, ",
        "anything, ada@example.org, news@letters.example.org, newsletter"
    })
    void subjectSenderAndRecipientTellMailsApart(String subject, String to, String from, String effect)
            throws Exception {
        send(List.of("first@example.org", to), "From: " + from + "\nSubject: " + subject + "\n\nHello\n");

        assertThat(written.capture().effect()).isEqualTo(effect);
    }

    @Test
    void aMailThatNothingMapsIsInTheJournalAllTheSame() throws Exception {
        send(List.of("ada@example.org"), "Subject: What is this\n\nHello\n");

        assertThat(written.capture().effect()).isNull();
        assertThat(written.capture().label()).isEqualTo("unmapped mail \"What is this\" to ada@example.org in mail");
        assertThat(fields().path("from").asText()).as("of the envelope").isEqualTo("bounces@example.org");
    }

    @Test
    void textHtmlSubjectAndAttachmentsAreDecoded() throws Exception {
        send(List.of("ada@example.org"), """
                From: =?UTF-8?Q?J=C3=B6rg?= <shop@example.org>
                Subject: =?UTF-8?B?%s?=
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=outer

                --outer
                Content-Type: multipart/alternative; boundary=inner

                --inner
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: quoted-printable

                Gr=C3=BC=C3=9Fe, a line that is =
                broken
                --inner
                Content-Type: text/html; charset=ISO-8859-1
                Content-Transfer-Encoding: base64

                %s
                --inner--
                --outer
                Content-Type: application/pdf
                Content-Disposition: attachment; filename="receipt.pdf"
                Content-Transfer-Encoding: base64

                JVBERg==
                --outer
                Content-Type: text/csv
                Content-Disposition: attachment; filename="=?UTF-8?Q?gr=C3=B6=C3=9Fe.csv?="

                a,b
                --outer
                Content-Type: text/calendar; charset=UTF-8
                Content-Transfer-Encoding: base64

                %s
                --outer
                Content-Type: image/png

                x
                --outer--
                """.formatted(
                        base64("Grüße von Shop", StandardCharsets.UTF_8),
                        base64("<p>Größe</p>", StandardCharsets.ISO_8859_1),
                        base64("BEGIN:VCALENDAR ä", StandardCharsets.UTF_8)));

        assertThat(fields().path("subject").asText()).isEqualTo("Grüße von Shop");
        assertThat(fields().path("from").asText()).isEqualTo("Jörg <shop@example.org>");
        assertThat(fields().path("text").asText())
                .startsWith("Grüße, a line that is broken")
                .endsWith("BEGIN:VCALENDAR ä");
        assertThat(fields().path("html").asText()).isEqualTo("<p>Größe</p>");
        assertThat(texts(fields().path("attachments"))).containsExactly("receipt.pdf", "größe.csv", "image/png");
    }

    @Test
    void linksAreFoundInTextAndHtmlEachOnce() throws Exception {
        send(List.of("ada@example.org"), """
                Subject: Links
                Content-Type: multipart/alternative; boundary=b

                --b

                Confirm (https://shop.example/confirm?order=1&x=2). Or see https://shop.example/help, or
                <http://shop.example/a>! Done: https://shop.example/b?
                --b
                Content-Type: text/html

                <a href="https://shop.example/confirm?order=1&amp;x=2">Confirm</a> <a href='https://shop.example/c'>c</a>
                --b--
                """);

        assertThat(texts(fields().path("links")))
                .containsExactly(
                        "https://shop.example/confirm?order=1&x=2",
                        "https://shop.example/help",
                        "http://shop.example/a",
                        "https://shop.example/b",
                        "https://shop.example/c");
    }

    @Test
    void aLargeMailIsCutWithNoticeAndTheNextOneOfTheSessionIsWhole() throws Exception {
        Client client = new Client(port());
        deliver(client, List.of("ada@example.org"), "Subject: Large\n\n" + "0123456789\n".repeat(300_000));
        deliver(client, List.of("ada@example.org"), "Subject: Welcome to Shop\n\nHello\n");
        client.quit();

        assertThat(written.captured())
                .extracting(mail -> mail.content().cutAt())
                .containsExactly((long) MEBIBYTE, 0L);
        assertThat(written.captured().get(0).summary()).isEqualTo("mail \"Large\" to ada@example.org");
        assertThat(written.captured().get(0).content().text().length()).isBetween(MEBIBYTE, MEBIBYTE + MEBIBYTE / 5);
        assertThat(written.captured().get(1).effect()).isEqualTo("welcome email");
        assertThat(written.captured().get(1).properties()).containsEntry("envelope to", "ada@example.org");
    }

    @ParameterizedTest
    @CsvSource({
        "From: not an address <<>>",
        "Content-Type: text/plain; charset=no-such-charset",
        "Content-Type: multipart/mixed",
        "Content-Transfer-Encoding: no-such-encoding"
    })
    void aMailAgainstTheStandardsKeepsItsSubjectAndText(String odd) throws Exception {
        send(List.of("ada@example.org"), odd + "\nSubject: Welcome to Shop\n\nHello https://shop.example/a\n");

        assertThat(written.capture().effect()).isEqualTo("welcome email");
        assertThat(written.capture().content().text()).contains("Hello");
    }

    @Test
    void aMailIsInTheJournalBeforeItsSenderIsToldThatItWasTaken() throws Exception {
        Client client = new Client(port());
        for (int i = 1; i <= 30; i++) {
            deliver(client, List.of("ada@example.org"), "Subject: Welcome to Shop\n\nHello\n");
            assertThat(written.captured()).hasSize(i);
        }
        client.quit();
    }

    @Test
    void aMailWithoutASenderIsTaken() throws Exception {
        Client client = new Client(port());
        client.from("");
        client.to("ada@example.org");
        client.data("Subject: Undeliverable\n\nHello\n");
        client.quit();

        assertThat(written.capture().summary()).isEqualTo("mail \"Undeliverable\" to ada@example.org");
        assertThat(fields().path("from").asText()).isEmpty();
    }

    @Test
    void theCanaryProvesTheProbeAndIsNoEffect() {
        server.prove();

        assertThat(written.captured()).isEmpty();
        assertThat(written.all(ProbeChanged.class)).singleElement().satisfies(changed -> {
            assertThat(changed.up()).isTrue();
            assertThat(changed.detail()).isEqualTo("its canary mail arrived");
        });
    }

    @Test
    void aServerThatIsServedNoMoreSeesNoFurther() {
        server.prove();
        Instant seen = server.sight("any").seenUpTo();
        Interrupted.close(server);
        server.seeUpTo("s", journal.now());

        ProbeChanged down = written.await(ProbeChanged.class, changed -> !changed.up());
        assertThat(down.detail()).startsWith("the mail server mail lost its canary mail: ");
        assertThat(down.since()).isEqualTo(seen);
        assertThat(server.sight("any").seenUpTo()).isEqualTo(seen);
        assertThatThrownBy(server::prove)
                .isInstanceOf(ProbeFailed.class)
                .hasMessageStartingWith("the mail server mail lost its canary mail: ");
        assertThat(written.all(ProbeChanged.class)).extracting(ProbeChanged::up).containsExactly(true, false);
    }

    @Test
    void aMailBeyondEveryLimitIsOnRecordAndNotRefused() throws Exception {
        Client client = new Client(port());
        deliver(
                client,
                List.of("ada@example.org"),
                "Subject: Huge\n\n" + ("0123456789".repeat(100) + "\n").repeat(70_000));
        client.quit();

        assertThat(written.capture().content().cutAt()).isEqualTo(MEBIBYTE);
    }

    @Test
    void aPortThatIsInUseIsSaidInOneSentence() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> new MailServer(spec(), other.getLocalPort(), journal))
                    .isInstanceOf(ProbeFailed.class)
                    .hasMessage("port " + other.getLocalPort() + " for the mail server mail is in use; stop the"
                            + " program that uses it, or leave out \"port\" to have a free one chosen");
        }
    }

    private JsonNode fields() {
        return written.capture().content().tree();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    private int port() {
        return Integer.parseInt(server.address().get("port"));
    }

    private void send(List<String> recipients, String mail) throws IOException {
        Client client = new Client(port());
        deliver(client, recipients, mail);
        client.quit();
    }

    private static void deliver(Client client, List<String> recipients, String mail) throws IOException {
        client.from("bounces@example.org");
        for (String recipient : recipients) {
            client.to(recipient);
        }
        client.data(mail);
    }

    /** Sends each command in one piece, so that no packet waits for the acknowledgement of another. */
    private static final class Client {
        private final Socket socket;
        private final BufferedReader answers;

        Client(int port) throws IOException {
            socket = new Socket("localhost", port);
            socket.setTcpNoDelay(true);
            answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            expect("220");
            say("HELO localhost", "250");
        }

        void from(String sender) throws IOException {
            say("MAIL FROM:<" + sender + ">", "250");
        }

        void to(String recipient) throws IOException {
            say("RCPT TO:<" + recipient + ">", "250");
        }

        void data(String mail) throws IOException {
            say("DATA", "354");
            say(mail.replace("\n", "\r\n") + ".", "250");
        }

        void quit() throws IOException {
            say("QUIT", "221");
            socket.close();
        }

        private void say(String command, String expected) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            expect(expected);
        }

        private void expect(String code) throws IOException {
            assertThat(answers.readLine()).startsWith(code);
        }
    }

    private static String base64(String text, Charset charset) {
        return Base64.getEncoder().encodeToString(text.getBytes(charset));
    }

    private static SystemSpec.Mail spec() {
        Map<String, MailPattern> records = new LinkedHashMap<>();
        records.put("welcome email", new MailPattern(Optional.of("Welcome to *"), Optional.empty(), Optional.empty()));
        records.put(
                "refund email", new MailPattern(Optional.of("Your refund of*(*)"), Optional.empty(), Optional.empty()));
        records.put(
                "support email",
                new MailPattern(Optional.empty(), Optional.empty(), Optional.of("*@Support.example.org")));
        records.put(
                "newsletter",
                new MailPattern(Optional.empty(), Optional.of("*@letters.example.org*"), Optional.empty()));
        return new SystemSpec.Mail("mail", Optional.empty(), Optional.empty(), records);
    }
}
