package dev.handoff.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.journal.Breach;
import dev.handoff.journal.Checked;
import dev.handoff.journal.Message;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContractsTest {

    private static final String REFUND = "{\"type\": \"object\", \"required\": [\"amount\"]}";

    @Test
    void what_has_no_contract_or_no_name_is_not_checked() throws Exception {
        assertThat(contracts().check("payout", json("{}"))).isEmpty();
        assertThat(contracts().check(null, json("{}"))).isEmpty();
    }

    @Test
    void a_payload_is_kept_or_broken() throws Exception {
        assertThat(contracts().check("refund", json("{\"amount\": 1}"))).contains(Checked.KEPT);
        assertThat(contracts().check("refund", json("{}")).orElseThrow().breaches())
                .extracting(Breach::words)
                .containsExactly("$.amount is missing");
    }

    @Test
    void a_form_is_an_object_of_texts() throws Exception {
        Message form = Message.of(Map.of(), "application/x-www-form-urlencoded", "amount=2500&expand=a&expand=b");
        Contract contract = Contract.of("""
                {"properties": {"amount": {"type": "string"}, "expand": {"type": "array"}}, "required": ["amount"]}""");
        assertThat(new Contracts(Map.of("refund", contract)).check("refund", form))
                .contains(Checked.KEPT);
    }

    @Test
    void of_a_payload_that_was_cut_it_is_not_known() throws Exception {
        Message cut = new Message(Map.of(), "application/json", "{\"amount\": 1, \"no", 18);
        assertThat(contracts().check("refund", cut)).contains(Checked.unknown("it was cut at 18 bytes"));
    }

    private static Contracts contracts() throws NotASchema {
        return new Contracts(Map.of("refund", Contract.of(REFUND)));
    }

    private static Message json(String text) {
        return Message.of(Map.of(), "application/json", text);
    }
}
