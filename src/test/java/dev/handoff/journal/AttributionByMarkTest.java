package dev.handoff.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Correlation IDs and tracers: marks that a scenario itself put on what it did. */
class AttributionByMarkTest {

    private static final String TRACER = "REF-HK7Q2M4X9P";

    private final Run run = new Run();
    private final String ours = run.scenario("ours", TRACER, "hk7q2m4x9p@example.test", "812345678901");
    private final String trace = ours.replace("-", "");

    @Test
    void a_correlation_id_is_found_in_a_header_whatever_the_name_of_it() {
        Captured captured = run.header("X-Request-Chain", ours);

        assertThat(captured.claims())
                .containsExactly(
                        new Claim(ours, Claim.By.CORRELATION, "correlation ID", ours, "header X-Request-Chain"));
        assertThat(run.effectsOf(ours)).containsExactly(captured);
    }

    @Test
    void a_correlation_id_is_found_in_a_field_of_the_payload() {
        assertThat(proof(run.json("{\"metadata\":{\"ids\":[1,\"" + ours + "\"]}}")))
                .isEqualTo("by correlation ID " + ours + " in $.metadata.ids[1]");
    }

    @Test
    void a_correlation_id_is_found_in_the_trace_context() {
        assertThat(proof(run.header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")))
                .isEqualTo("by correlation ID " + trace + " in header traceparent");
        assertThat(proof(run.header("baggage", "tenant=7,correlation_id=" + ours + ";ttl=1")))
                .isEqualTo("by correlation ID " + ours + " in header baggage");
        assertThat(proof(run.header("X-B3-TraceId", trace))).contains(trace);
    }

    @Test
    void a_trace_context_is_found_in_a_message_property_and_in_a_cloud_event_too() {
        String traceparent = "00-" + trace + "-00f067aa0ba902b7-01";

        assertThat(proof(run.property("traceparent", traceparent))).contains(trace);
        assertThat(proof(run.json("{\"specversion\":\"1.0\",\"traceparent\":\"" + traceparent + "\"}")))
                .contains("$.traceparent");
    }

    @Test
    void a_trace_of_another_is_nobodys() {
        run.header("traceparent", "00-" + trace.replace(trace.charAt(0), 'f') + "1-00f067aa0ba902b7-01");
        run.header("traceparent", "00-00f067aa0ba902b700f067aa0ba902b7-00f067aa0ba902b7-01");

        assertThat(run.effectsOf(ours)).isEmpty();
        assertThat(run.journal.strays()).hasSize(2);
    }

    @Test
    void a_correlation_id_is_found_in_a_message_property() {
        assertThat(proof(run.property("correlationId", ours)))
                .isEqualTo("by correlation ID " + ours + " in correlationId");
    }

    @Test
    void a_tracer_is_found_in_a_recipient_whatever_the_case() {
        assertThat(proof(run.json("{\"to\":[\"HK7Q2M4X9P@Example.test\"]}")))
                .startsWith("by tracer hk7q2m4x9p@example.test");
        assertThat(proof(run.property("envelope to", "Ann <hk7q2m4x9p@example.test>, bob@example.test")))
                .endsWith("in envelope to");
    }

    @Test
    void a_tracer_is_found_in_the_query_and_the_path_of_an_address() {
        assertThat(proof(run.property("query.t", TRACER))).isEqualTo("by tracer " + TRACER + " in query parameter t");
        assertThat(proof(run.property("path", "/hooks/" + TRACER + "/done"))).endsWith("in path");
        assertThat(proof(run.json("{\"callback\":\"https://partner.test/cb?x=1&t=" + TRACER + "#top\"}")))
                .endsWith("in $.callback");
        assertThat(proof(run.property("path", "/leads/hk7q2m4x9p%40example.test")))
                .startsWith("by tracer");
    }

    @Test
    void a_tracer_is_found_in_the_text_of_a_mail() {
        assertThat(proof(run.json("{\"text\":\"Thank you.\\nYour reference is " + TRACER + ".\"}")))
                .endsWith("in $.text");
        assertThat(proof(run.json("{\"html\":\"<b>Reference</b>:<i>" + TRACER + "</i>\"}")))
                .endsWith("in $.html");
        assertThat(proof(run.text("(" + TRACER + "), and more"))).endsWith("in text");
    }

    @Test
    void a_tracer_is_found_in_a_json_value_with_other_text_around_it() {
        assertThat(proof(run.json("{\"note\":\"order [" + TRACER + "] placed\"}")))
                .endsWith("in $.note");
        assertThat(proof(run.json("{\"phone\":812345678901}"))).endsWith("in $.phone");
    }

    @Test
    void an_encoded_address_beside_a_lone_percent_sign_is_still_decoded() {
        assertThat(proof(run.text("Save 20% now: https://shop.test/?email=hk7q2m4x9p%40example.test")))
                .startsWith("by tracer hk7q2m4x9p@example.test");
    }

    @Test
    void a_mark_within_a_longer_value_is_no_mark() {
        run.json("{\"a\":\"X" + TRACER + "\",\"b\":\"" + TRACER + "-2\",\"c\":\"" + TRACER + "7\"}");
        run.json("{\"key\":\"refund-" + ours + "\"}");
        run.json("{\"phone\":8123456789010}");

        assertThat(run.effectsOf(ours)).isEmpty();
    }

    @Test
    void two_correlation_ids_are_contested_by_both() {
        String theirs = run.scenario("theirs");

        Captured captured =
                run.capture(Map.of(), Message.of(Map.of("X-Correlation-Id", List.of(ours, theirs)), null, ""));

        assertThat(run.contestedOf(ours)).containsExactly(captured);
        assertThat(run.contestedOf(theirs)).containsExactly(captured);
        assertThat(run.effectsOf(ours)).isEmpty();
        assertThat(run.effectsOf(theirs)).isEmpty();
        assertThat(run.journal.strays()).isEmpty();
        assertThat(run.seen(ours).scenarioNames()).isEqualTo(Map.of(ours, "ours", theirs, "theirs"));
    }

    @Test
    void a_correlation_id_beats_the_tracer_of_another_and_a_tracer_beats_the_key_of_another() {
        String theirs = run.scenario("theirs");
        run.journal.learn(theirs, "order_id", "A-100");

        Captured correlated = run.json("{\"id\":\"" + theirs + "\",\"reference\":\"" + TRACER + "\"}");
        Captured traced = run.json("{\"order_id\":\"A-100\",\"reference\":\"" + TRACER + "\"}");

        assertThat(run.effectsOf(theirs)).containsExactly(correlated);
        assertThat(run.effectsOf(ours)).containsExactly(traced);
    }

    @Test
    void a_key_learned_late_takes_nothing_from_a_mark() {
        String theirs = run.scenario("theirs");
        Captured correlated = run.json("{\"id\":\"" + ours + "\",\"order_id\":\"A-100\"}");
        Captured traced = run.json("{\"ref\":\"" + TRACER + "\",\"order_id\":\"A-100\"}");

        run.journal.learn(theirs, "order_id", "A-100");

        assertThat(run.effectsOf(ours)).containsExactly(correlated, traced);
        assertThat(run.effectsOf(theirs)).isEmpty();
        assertThat(run.contestedOf(theirs)).isEmpty();
    }

    @Test
    void nothing_is_attributed_by_being_the_most_recent() {
        run.journal.actionStarted(ours, "the refund", "When a refund is requested");

        Captured captured = run.json("{\"order_id\":\"A-100\"}");

        assertThat(captured.claims()).isEmpty();
        assertThat(run.effectsOf(ours)).isEmpty();
        assertThat(run.seen(ours).strays()).containsExactly(captured);
        assertThat(run.journal.strays()).containsExactly(captured);
    }

    @Test
    void whose_says_what_a_capture_would_say_and_writes_nothing() {
        int before = run.written.size();

        assertThat(run.journal.whose(Message.EMPTY, Map.of("correlationId", ours)))
                .extracting(Claim::scenario)
                .containsExactly(ours);
        assertThat(run.written).hasSize(before);
    }

    private static String proof(Captured captured) {
        assertThat(captured.claims()).hasSize(1);
        return captured.claims().get(0).toString();
    }
}
