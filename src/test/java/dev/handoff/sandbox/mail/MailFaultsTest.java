package dev.handoff.sandbox.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handoff.fault.AcceptsButAnswers;
import dev.handoff.fault.AnswersStatus;
import dev.handoff.fault.Bounced;
import dev.handoff.fault.Bounces;
import dev.handoff.fault.FaultPlan;
import dev.handoff.fault.NextRequests;
import dev.handoff.fault.RefusesRecipients;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Disposition;
import dev.handoff.journal.FaultFired;
import dev.handoff.journal.Journal;
import dev.handoff.journal.JournalSettings;
import dev.handoff.sandbox.Written;
import dev.handoff.vocabulary.SystemSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.subethamail.smtp.client.SMTPException;
import org.subethamail.smtp.client.SmartClient;

/** What is refused over SMTP is an attempt and no effect, for the scenario that asked for it. */
@Timeout(20)
class MailFaultsTest {

    private static final String OURS = "ada@example.test";

    private final Written written = new Written();
    private final Journal journal = new Journal(JournalSettings.NONE, written);
    private final FaultPlan faults = new FaultPlan("mail", journal);
    private final MailServer server = new MailServer(
            new SystemSpec.Mail(
                    "mail",
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(
                            "welcome email",
                            new SystemSpec.MailPattern(Optional.of("Welcome*"), Optional.empty(), Optional.empty()))),
            0,
            journal,
            faults);
    private final String ours =
            journal.startScenario("ours", "a.feature", 1, List.of(OURS)).scenario();

    private final CountDownLatch answered = new CountDownLatch(1);

    @AfterEach
    void stop() {
        server.close();
    }

    private void send(String... to) throws IOException {
        SmartClient client =
                SmartClient.createAndConnect("localhost", server.server().getPortAllocated(), "localhost");
        client.from("shop@example.org");
        for (String recipient : to) {
            client.to(recipient);
        }
        client.dataStart();
        client.dataWrite("Subject: Welcome\r\nMessage-ID: <42@shop.example>\r\n\r\nHello\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        client.dataEnd();
        answered.countDown();
        client.quit();
    }

    private int refusal(String... to) {
        int[] code = new int[1];
        assertThatThrownBy(() -> send(to))
                .isInstanceOfSatisfying(
                        SMTPException.class,
                        refused -> code[0] = refused.getResponse().getCode());
        return code[0];
    }

    @Test
    void a_mail_that_is_taken_was_answered_250() throws Exception {
        send(OURS);

        assertThat(written.capture().answerStatus()).isEqualTo(250);
    }

    @Test
    void a_temporary_refusal_is_an_attempt_and_the_next_mail_is_taken() throws Exception {
        faults.plan(ours, new AnswersStatus(451, 1));

        assertThat(refusal(OURS)).isEqualTo(451);
        send(OURS);

        assertThat(written.captured())
                .extracting(Captured::effect, Captured::disposition, Captured::answerStatus)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("welcome email", Disposition.REJECTED, 451),
                        org.assertj.core.groups.Tuple.tuple("welcome email", Disposition.ACCEPTED, 250));
        assertThat(written.all(FaultFired.class)).singleElement().satisfies(fired -> assertThat(fired.captured())
                .isEqualTo(written.captured().get(0).index()));
        assertThat(faults.unmet(ours)).isEmpty();
    }

    @Test
    void a_domain_is_refused_for_good_and_others_are_not() throws Exception {
        faults.plan(ours, new RefusesRecipients("Example.TEST"));

        assertThat(refusal(OURS)).isEqualTo(550);
        assertThat(refusal("bob@example.org", OURS)).isEqualTo(550);
        send("bob@notexample.test");
        assertThat(written.captured())
                .extracting(Captured::disposition)
                .containsExactly(Disposition.REJECTED, Disposition.REJECTED, Disposition.ACCEPTED);
    }

    @Test
    void the_mail_of_nobody_or_of_another_scenario_meets_nothing() throws Exception {
        faults.plan(ours, new AnswersStatus(451, 1));
        send("bob@example.test");

        assertThat(written.capture().disposition()).isEqualTo(Disposition.ACCEPTED);
        assertThat(faults.unmet(ours)).containsExactly("mail answers 451 to the next request");
    }

    @Test
    void a_mail_that_is_taken_and_refused_all_the_same_is_an_effect() {
        faults.plan(ours, new AcceptsButAnswers(451, NextRequests.of(1)));

        assertThat(refusal(OURS)).isEqualTo(451);
        assertThat(written.capture().disposition()).isEqualTo(Disposition.ACCEPTED);
        assertThat(written.capture().answerStatus()).isEqualTo(451);
    }

    @Test
    void a_mail_that_bounces_is_taken_and_comes_back_when_its_sender_has_the_answer() throws Exception {
        CompletableFuture<Boolean> after = new CompletableFuture<>();
        List<Bounced> back = new CopyOnWriteArrayList<>();
        faults.plan(ours, new Bounces(NextRequests.of(1), bounced -> {
            back.add(bounced);
            after.complete(answeredSoon());
        }));

        send(OURS, "bob@example.org");
        send(OURS);

        assertThat(after.get(10, TimeUnit.SECONDS)).isTrue();
        List<Captured> mails = written.captured(2);
        assertThat(mails)
                .extracting(Captured::disposition, Captured::answerStatus)
                .containsOnly(org.assertj.core.groups.Tuple.tuple(Disposition.ACCEPTED, 250));
        assertThat(back)
                .containsExactly(new Bounced(
                        mails.get(0).index(), List.of(OURS, "bob@example.org"), "42@shop.example", "Welcome"));
        assertThat(written.all(FaultFired.class)).singleElement().satisfies(fired -> {
            assertThat(fired.captured()).isEqualTo(mails.get(0).index());
            assertThat(fired.held()).isTrue();
        });
    }

    private boolean answeredSoon() {
        try {
            return answered.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void a_mail_that_another_fault_refuses_does_not_come_back() {
        faults.plan(ours, new AnswersStatus(550, 1));
        faults.plan(ours, new Bounces(NextRequests.of(1), bounced -> {}));

        assertThat(refusal(OURS)).isEqualTo(550);
        assertThat(faults.unmet(ours)).containsExactly("mail bounces the next request");
    }

    @Test
    void the_canary_meets_no_fault() {
        faults.plan(ours, new AnswersStatus(451, 1));
        server.prove();

        assertThat(faults.unmet(ours)).hasSize(1);
    }

    @Test
    void only_a_domain_can_be_refused() {
        assertThatThrownBy(() -> new RefusesRecipients("ada@example.org"))
                .hasMessage("a mail server refuses recipients at a domain such as \"example.org\", not at"
                        + " \"ada@example.org\"");
    }
}
