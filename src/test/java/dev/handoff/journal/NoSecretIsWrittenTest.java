package dev.handoff.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever way a secret takes into the journal, the sink never gets it. */
class NoSecretIsWrittenTest {

    private static final String SECRET = "hunter2-0815";
    private static final String CARD = "4242424242424242";

    private final Run run = new Run(new JournalSettings(
            Map.of("order_id", List.of(), "customer", List.of("invite_token"), "email", List.of()), Set.of("email")));
    private final String ours = run.scenario("ours");

    private final Message secrets = Message.of(
            Map.of(
                    "Authorization", List.of("Bearer " + SECRET),
                    "Cookie", List.of("session=" + SECRET),
                    "X-Note", List.of("https://a.test/?token=" + SECRET)),
            "application/json",
            "{\"password\":\"" + SECRET + "\",\"list\":[{\"token\":[\"" + SECRET + "\"]}],\"card\":\"" + CARD
                    + "\",\"pan\":" + CARD + ",\"text\":\"Open https://a.test/?a=b&token=" + SECRET
                    + ".\",\"order_id\":\"A-100\",\"invite_token\":\"" + SECRET + "\",\"email\":\"" + SECRET
                    + "@example.org\",\"page\":\"visible\"}");

    @Test
    void in_no_entry_is_any_secret() {
        Captured stray = run.json("{\"invite_token\":\"" + SECRET + "\"}");
        run.journal.actionStarted(ours, "log in", "When I open https://a.test/?token=" + SECRET);
        run.journal.requestLeaves(ours, secrets);
        run.journal.exchanged(
                ours,
                1,
                run.journal.now(),
                "POST",
                "https://ann:" + SECRET + "@a.test/?token=" + SECRET,
                secrets,
                200,
                secrets,
                false);
        run.journal.unanswered(
                ours, 1, run.journal.now(), "POST", "/x", secrets, "no answer from https://a.test/?token=" + SECRET);
        run.journal.learn(ours, "customer", SECRET);
        run.journal.capture(Capture.effect(
                        "crm",
                        "CRM lead",
                        "POST /leads?token=" + SECRET,
                        Map.of("query.token", SECRET, "path", "/leads?token=" + SECRET),
                        secrets)
                .answered(Disposition.ACCEPTED, 200, secrets, "k-9"));
        run.capture(Map.of(), Message.of(Map.of(), "application/x-www-form-urlencoded", "password=" + SECRET));
        run.journal.probeChanged("ledger", false, "jdbc:postgresql://db/shop?user=a&password=" + SECRET + " is away");

        String bytes = run.bytes();

        assertThat(bytes).doesNotContain(SECRET, CARD).contains("A-100", "visible", "k-9", "\"entry\":\"claimed\"");
        assertThat(run.effectsOf(ours)).hasSize(3).contains(stray);
    }

    @Test
    void what_was_masked_can_be_acted_on() {
        run.journal.requestLeaves(ours, secrets);
        Captured captured = run.capture(Map.of(), secrets);
        Captured plain = run.json("{\"a\":1}");

        assertThat(run.journal.learned(ours, "customer")).contains(SECRET);
        assertThat(run.journal.unmasked(captured.index())).contains(secrets);
        assertThat(run.journal.unmasked(plain.index())).isEmpty();
    }

    @Test
    void an_idempotency_key_is_written_as_it_came() {
        Captured captured = run.header("Idempotency-Key", "k-9");

        assertThat(captured.content().header("Idempotency-Key")).contains("k-9");
    }
}
