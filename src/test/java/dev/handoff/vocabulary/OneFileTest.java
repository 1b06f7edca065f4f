package dev.handoff.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OneFileTest {

    private final Vocabulary shop =
            VocabularyReader.read(Path.of("src/test/resources/dev/handoff/vocabulary/one-file.yaml"), Map.of());

    @Test
    void the_application_is_read_with_all_its_evidence() {
        Application application = shop.application();
        assertThat(application.name()).isEqualTo("Shop");
        assertThat(application.url()).isEqualTo(Template.of("http://localhost:${application.port}"));
        assertThat(application.health()).contains(new RequestLine("GET", Template.of("/health")));
        assertThat(application.idle())
                .contains(new Application.Idle(
                        new RequestLine("GET", Template.of("/idle?correlationId=${correlationId}")),
                        Map.of("$.idle", "true")));
        assertThat(application.outbox())
                .contains(new Application.Outbox(
                        "database",
                        "select count(*) from outbox where sent_at is null and correlation_id = :correlationId"));
        assertThat(application.status())
                .contains(new Application.Status(
                        new RequestLine("GET", Template.of("/workflows/${correlationId}")), "$.stage"));
        Application.Start start = application.start().orElseThrow();
        assertThat(start.main()).contains("shop.Shop");
        assertThat(start.command()).isEmpty();
        assertThat(start.args()).isEqualTo(Template.of(""));
        assertThat(start.environment())
                .hasSize(13)
                .containsEntry("SHOP_DB_URL", Template.of("${systems.database.url}"));
    }

    @Test
    void correlation_and_defaults_are_read() {
        assertThat(shop.correlation().header()).isEqualTo("X-Correlation-Id");
        assertThat(shop.correlation().keys())
                .extracting(Correlation.Key::name)
                .containsExactly("order_id", "refund_id", "user_id", "organisation_id", "email");
        assertThat(shop.correlation().onStray()).isEqualTo(Correlation.OnStray.WARN);
        assertThat(shop.defaults())
                .isEqualTo(new Defaults(
                        Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofSeconds(2)));
    }

    @Test
    void systems_and_effects_keep_the_order_of_the_file() {
        assertThat(shop.systems().keySet())
                .containsExactly("payments", "billing", "crm", "analytics", "support", "mail", "events", "database");
        assertThat(shop.effects())
                .containsExactly(
                        "provider refund",
                        "billing trial",
                        "CRM contact",
                        "analytics event",
                        "support notification",
                        "welcome email",
                        "refund receipt",
                        "refund completed event",
                        "refund failed event",
                        "signup completed event",
                        "ledger entry",
                        "user record",
                        "organisation record",
                        "entitlement");
        assertThat(shop.events())
                .containsExactly("refund completed event", "refund failed event", "signup completed event");
    }

    @Test
    void an_http_system_says_what_it_answers() {
        SystemSpec.Http payments = (SystemSpec.Http) shop.systems().get("payments");
        assertThat(payments.idempotencyKey()).contains("Idempotency-Key");
        SystemSpec.Endpoint refunds = payments.endpoints().get(0);
        assertThat(refunds.method()).isEqualTo("POST");
        assertThat(refunds.path()).isEqualTo("/v1/refunds");
        assertThat(refunds.records()).contains("provider refund");
        assertThat(refunds.status()).isEqualTo(201);
        assertThat(refunds.body().orElseThrow())
                .hasToString("{\"id\":\"re_${sequence}\",\"object\":\"refund\",\"status\":\"succeeded\","
                        + "\"amount\":\"${request.body.amount}\"}");
        assertThat(payments.endpoints().get(1).lists()).contains("provider refund");
        assertThat(payments.endpoints().get(1).status()).isEqualTo(200);
    }

    @Test
    void mails_messages_and_rows_are_told_apart() {
        assertThat(((SystemSpec.Mail) shop.systems().get("mail")).records())
                .containsEntry(
                        "welcome email",
                        new SystemSpec.MailPattern(Optional.of("Welcome to *"), Optional.empty(), Optional.empty()));
        SystemSpec.Kafka events = (SystemSpec.Kafka) shop.systems().get("events");
        assertThat(events.topic()).isEqualTo("shop.events");
        assertThat(events.consumers()).hasSize(6).contains("shop-refunds");
        assertThat(events.records()).containsEntry("refund failed event", Map.of("$.type", "refund.failed"));
        SystemSpec.Sql database = (SystemSpec.Sql) shop.systems().get("database");
        assertThat(database.every()).isEqualTo(Duration.ofMillis(100));
        assertThat(database.records().get("ledger entry"))
                .isEqualTo(new SystemSpec.SqlQuery(
                        "select * from ledger_entry where refund_id = :refund_id",
                        List.of("refund_id"),
                        Optional.of("entry_id"),
                        Optional.of("posted_at"),
                        Optional.empty()));
    }

    @Test
    void sentences_become_cucumber_expressions() {
        assertThat(shop.actions())
                .extracting(ActionSpec::expression)
                .containsExactly(
                        "a customer has paid {money} for an order",
                        "the customer requests a refund of {money}",
                        "a visitor signs up for the {string} plan of {string}");
        ActionSpec signup = shop.actions().get(2);
        assertThat(signup.parameters()).containsExactly("plan", "organisation");
        assertThat(signup.as()).contains("signup");
        assertThat(signup.table()).isFalse();
        assertThat(signup.place().fileAndLine())
                .isEqualTo("src/test/resources/dev/handoff/vocabulary/one-file.yaml:126");
        ActionSpec.Request request = signup.requests().get(0);
        assertThat(request.http()).hasToString("POST /signups");
        assertThat(request.headers()).containsEntry("Idempotency-Key", Template.of("${fresh.uuid}"));
        assertThat(request.body().orElseThrow().get("organisation").textValue()).isEqualTo("${organisation}");
        assertThat(request.remember())
                .containsExactly(
                        Map.entry("user_id", "$.userId"),
                        Map.entry("organisation_id", "$.organisationId"),
                        Map.entry("email", "${unique.email}"));
    }

    @Test
    void workflows_say_what_they_promise() {
        WorkflowSpec refund = shop.workflows().get("refund");
        assertThat(refund.beginsWith()).contains("the customer requests a refund");
        assertThat(refund.promises()).hasSize(5).containsEntry("refund receipt", 1);
        assertThat(refund.within()).contains(Duration.ofSeconds(10));
        assertThat(refund.owner()).contains("payments-team");
    }
}
