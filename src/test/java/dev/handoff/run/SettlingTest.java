package dev.handoff.run;

import static dev.handoff.run.Bench.ENTRY;
import static dev.handoff.run.Bench.HORIZON;
import static dev.handoff.run.Bench.LONG;
import static dev.handoff.run.Bench.QUIET;
import static dev.handoff.run.Bench.REFUND;
import static dev.handoff.run.Bench.SETTLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.journal.Captured;
import dev.handoff.journal.Settlement;
import dev.handoff.sandbox.Rest;
import dev.handoff.vocabulary.Defaults;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A scenario is at rest when it was quiet, every probe has seen that, and nothing proves work in flight. */
class SettlingTest {

    private final Bench bench = new Bench();

    @Nested
    class Quiet {

        @Test
        void a_scenario_is_open_while_quiet_is_not_over() {
            Bench slow = new Bench(new Defaults(QUIET, LONG, SETTLE, HORIZON));
            slow.effect(REFUND);

            assertThat(slow.assess()).isEqualTo(Settlement.OPEN);
            assertThat(slow.settling.pending()).singleElement().asString().startsWith("something happened ");
            assertThat(slow.settling.isSettled()).isFalse();
        }

        @Test
        void it_settles_when_quiet_has_passed_since_it_began() {
            Settlement settled = bench.settle();

            assertThat(bench.journal.now())
                    .isAfterOrEqualTo(bench.glance().started().at().plus(QUIET));
            assertThat(settled.evidence()).singleElement().asString().matches("quiet for \\d+\\.\\d s");
            assertThat(bench.settling.isSettled()).isTrue();
        }

        @Test
        void quiet_counts_from_the_last_action() {
            begunAnewBy(bench::act);
        }

        @Test
        void quiet_counts_from_the_last_effect() {
            begunAnewBy(() -> bench.effect(REFUND));
        }

        @Test
        void quiet_counts_from_a_late_claim() {
            bench.text(REFUND, "order A-100");
            begunAnewBy(() -> bench.journal.learn(bench.ours, "order_id", "A-100"));
            assertThat(bench.glance().effects()).hasSize(1);
        }

        @Test
        void quiet_counts_from_a_contested_delivery() {
            bench.journal.learn(bench.ours, "order_id", "A-100");
            bench.journal.learn(bench.theirs, "order_id", "A-100");
            begunAnewBy(() -> bench.text(REFUND, "A-100"));
            assertThat(bench.glance().contested()).hasSize(1);
        }

        private void begunAnewBy(Runnable change) {
            bench.quietPasses();
            Instant before = bench.journal.now();
            change.run();

            assertThat(bench.settling.notBefore(bench.glance()))
                    .isBetween(before.plus(QUIET), bench.journal.now().plus(QUIET));
            bench.settle();
            assertThat(bench.journal.now()).isAfter(before.plus(QUIET));
        }

        @Test
        void what_others_do_disturbs_nobody() {
            bench.payments.provesRest();
            Instant notBefore = bench.settling.notBefore(bench.glance());
            disturb();
            assertThat(bench.settling.notBefore(bench.glance())).isEqualTo(notBefore);

            Settlement settled = bench.settle();
            disturb();

            assertThat(bench.settling.isSettled()).isTrue();
            assertThat(bench.assess()).isSameAs(settled);
            assertThat(bench.payments.restAskedSince).hasSize(1);
        }

        private void disturb() {
            bench.effect(REFUND, bench.theirs);
            bench.journal.actionStarted(bench.theirs, "act", "act");
            bench.journal.learn(bench.theirs, "order_id", "B-200");
            bench.text(REFUND, "nobody's");
            bench.journal.probeChanged("payments", true, "again");
        }
    }

    @Nested
    class Sights {

        @Test
        void a_probe_that_has_seen_nothing_keeps_it_open() {
            bench.ledger.sees(() -> null);
            bench.quietPasses();

            assertThat(bench.assess()).isEqualTo(Settlement.OPEN);
            assertThat(bench.settling.pending()).containsExactly("ledger has not been seen so far: ledger seen so far");
        }

        @Test
        void a_probe_has_to_see_up_to_the_end_of_quiet_exactly() {
            Captured effect = bench.effect(REFUND);
            bench.quietPasses();

            bench.ledger.sees(() -> effect.at().plus(QUIET).minusNanos(1000));
            assertThat(bench.assess()).isEqualTo(Settlement.OPEN);
            bench.ledger.sees(() -> effect.at().plus(QUIET));
            assertThat(bench.assess().state()).isEqualTo(Settlement.State.SETTLED);
        }

        @Test
        void evidence_is_not_asked_while_a_probe_is_behind() {
            bench.payments.provesRest();
            bench.ledger.sees(() -> null);
            bench.quietPasses();
            bench.assess();

            assertThat(bench.payments.restAskedSince).isEmpty();
        }

        @Test
        void what_has_to_be_asked_has_to_have_been_asked_since_work_ended() {
            Instant[] polled = {bench.journal.lastChange(bench.ours).plus(QUIET)};
            bench.ledger.asks().sees(() -> polled[0]);
            bench.payments.provesWork();
            bench.quietPasses();
            assertThat(bench.assess()).isEqualTo(Settlement.OPEN);

            // the application writes its last row and is idle; the next poll has not come yet
            bench.payments.provesRest();
            assertThat(bench.assess()).isEqualTo(Settlement.OPEN);
            assertThat(bench.settling.pending())
                    .singleElement()
                    .asString()
                    .matches(
                            "ledger has not been seen so far: ledger seen so far, the last time \\d\\.\\d s after its start");
            polled[0] = bench.journal.now();
            assertThat(bench.assess().state()).isEqualTo(Settlement.State.SETTLED);
            assertThat(bench.payments.restAskedSince).hasSize(2);
        }

        @Test
        void the_row_that_such_a_poll_finds_begins_quiet_anew() {
            Instant[] polled = {bench.journal.lastChange(bench.ours).plus(QUIET)};
            bench.ledger.asks().sees(() -> polled[0]);
            bench.payments.provesRest();
            bench.quietPasses();
            bench.assess();

            Captured row = bench.effect(ENTRY);
            polled[0] = bench.journal.now();

            assertThat(bench.assess()).isEqualTo(Settlement.OPEN);
            assertThat(bench.settling.notBefore(bench.glance()))
                    .isEqualTo(row.at().plus(QUIET));
        }

        @Test
        void without_evidence_a_poll_after_quiet_is_enough() {
            Captured effect = bench.effect(REFUND);
            bench.ledger.asks().sees(() -> effect.at().plus(QUIET));
            bench.quietPasses();

            assertThat(bench.assess().evidence()).hasSize(2).contains("ledger seen so far");
        }
    }

    @Nested
    class RefusedAttempts {

        @Test
        void one_keeps_it_open_until_the_default_horizon_is_over() {
            Captured refused = bench.refused(REFUND, "k1");

            assertThat(bench.settling.notBefore(bench.glance()))
                    .isEqualTo(refused.at().plus(HORIZON));
            bench.settle();
            assertThat(bench.journal.now()).isAfterOrEqualTo(refused.at().plus(HORIZON));
        }

        @Test
        void a_system_may_have_a_horizon_of_its_own() {
            Captured refused = bench.refused(ENTRY, "k1");
            bench.quietPasses();

            assertThat(bench.settling.notBefore(bench.glance()))
                    .isEqualTo(refused.at().plus(LONG));
            assertThat(bench.assess()).isEqualTo(Settlement.OPEN);
            assertThat(bench.settling.pending())
                    .containsExactly("#" + refused.index() + " was answered 503 and may be tried again");
        }

        @Test
        void a_later_acceptance_under_the_same_key_ends_it() {
            bench.refused(ENTRY, "k1");
            Captured accepted = bench.accepted(ENTRY, "k1");

            assertThat(bench.settling.notBefore(bench.glance()))
                    .isEqualTo(accepted.at().plus(QUIET));
            bench.settle();
        }

        @Test
        void one_without_a_key_is_ended_by_one_without_a_key() {
            bench.refused(ENTRY, null);
            bench.accepted(ENTRY, null);

            bench.settle();
        }

        @Test
        void another_handoff_of_the_same_effect_does_not_end_one_without_a_key() {
            Captured refused = bench.refused(ENTRY, null, "{\"order\":\"A-1\"}");
            bench.accepted(ENTRY, null, "{\"order\":\"A-2\"}");
            staysUnfinished(refused);

            bench.accepted(ENTRY, null, "{\"order\":\"A-1\"}");
            bench.settle();
        }

        @Test
        void the_same_content_in_another_order_of_its_members_ends_one_without_a_key() {
            bench.refused(ENTRY, null, "{\"order\":\"A-1\",\"amount\":1}");
            bench.accepted(ENTRY, null, "{\"amount\":1,\"order\":\"A-1\"}");

            bench.settle();
        }

        @Test
        void under_the_same_key_the_content_may_differ() {
            bench.refused(ENTRY, "k1", "{\"attempt\":1}");
            bench.accepted(ENTRY, "k1", "{\"attempt\":2}");

            bench.settle();
        }

        @Test
        void an_acceptance_under_another_key_does_not_end_it() {
            Captured refused = bench.refused(ENTRY, "k1");
            bench.accepted(ENTRY, "k2");
            bench.accepted(ENTRY, null);

            staysUnfinished(refused);
        }

        @Test
        void an_acceptance_before_it_does_not_end_it() {
            bench.accepted(ENTRY, "k1");

            staysUnfinished(bench.refused(ENTRY, "k1"));
        }

        @Test
        void another_effect_or_another_refusal_does_not_end_it() {
            Captured refused = bench.refused(ENTRY, "k1");
            bench.accepted(REFUND, "k1");
            staysUnfinished(refused);

            Captured again = bench.refused(ENTRY, "k1");
            staysUnfinished(again);
        }

        private void staysUnfinished(Captured refused) {
            assertThat(bench.settling.notBefore(bench.glance()))
                    .isEqualTo(refused.at().plus(LONG));
        }
    }

    @Nested
    class InFlight {

        @Test
        void busy_evidence_keeps_it_open_and_is_named() {
            bench.payments.provesWork();
            bench.ledger.provesRest();
            bench.quietPasses();

            assertThat(bench.assess()).isEqualTo(Settlement.OPEN);
            assertThat(bench.settling.pending()).containsExactly("payments has work");
        }

        @Test
        void it_is_asked_for_what_began_before_the_last_change() {
            bench.payments.provesRest();
            Captured effect = bench.effect(REFUND);
            bench.settle();

            assertThat(bench.payments.restAskedSince).containsExactly(effect.at());
        }

        @Test
        void rest_is_shared_until_something_new_happens() {
            bench.payments.provesRest();
            Settlement first = bench.settle();
            assertThat(bench.assess()).isSameAs(first);
            assertThat(bench.payments.restAskedSince).hasSize(1);

            Captured effect = bench.effect(REFUND);
            assertThat(bench.settling.isSettled()).isFalse();
            assertThat(bench.settle()).isNotSameAs(first);
            assertThat(bench.payments.restAskedSince).hasSize(2).endsWith(effect.at());
        }

        @Test
        void only_without_evidence_is_it_by_time_alone() {
            assertThat(bench.settle().byTimeAlone()).isTrue();

            bench.effect(REFUND);
            bench.payments.provesRest();
            Settlement proven = bench.settle();
            assertThat(proven.byTimeAlone()).isFalse();
            assertThat(proven.evidence()).hasSize(2).contains("payments is at rest");
        }

        @Test
        void an_effect_that_comes_while_evidence_is_asked_voids_it() {
            AtomicInteger asked = new AtomicInteger();
            bench.payments.proves(() -> {
                if (asked.getAndIncrement() == 0) {
                    bench.effect(REFUND);
                }
                return new Rest(true, "answer " + asked.get());
            });
            bench.quietPasses();

            assertThat(bench.assess()).isEqualTo(Settlement.OPEN);
            assertThat(bench.settling.isSettled()).isFalse();
            assertThat(bench.settling.pending()).containsExactly("something happened while the evidence was asked for");
            assertThat(bench.settle().evidence()).contains("answer 2");
        }
    }
}
