package dev.handoff.expectation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What must hold. Times count from when the last request of the last action before the statement left. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "statement")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Statement.Counts.class, name = "counts"),
    @JsonSubTypes.Type(value = Statement.NotBefore.class, name = "not before"),
    @JsonSubTypes.Type(value = Statement.InOrder.class, name = "in order"),
    @JsonSubTypes.Type(value = Statement.NothingElse.class, name = "nothing else"),
    @JsonSubTypes.Type(value = Statement.Attempts.class, name = "attempts"),
    @JsonSubTypes.Type(value = Statement.Spaced.class, name = "spaced"),
    @JsonSubTypes.Type(value = Statement.InTheEnd.class, name = "in the end"),
    @JsonSubTypes.Type(value = Statement.NeverReturns.class, name = "never returns"),
    @JsonSubTypes.Type(value = Statement.ResponseStatus.class, name = "response status"),
    @JsonSubTypes.Type(value = Statement.ResponseHas.class, name = "response has"),
    @JsonSubTypes.Type(value = Statement.Reaches.class, name = "reaches"),
    @JsonSubTypes.Type(value = Statement.ContractsKept.class, name = "contracts kept"),
    @JsonSubTypes.Type(value = Statement.All.class, name = "all")
})
public sealed interface Statement {

    /** How long what it speaks of may take; zero when it has no window. */
    default Duration within() {
        return Duration.ZERO;
    }

    /** What it says, one by one: the parts of all it is made of, or itself. */
    default Stream<Statement> oneByOne() {
        return this instanceof All all ? all.parts().stream().flatMap(Statement::oneByOne) : Stream.of(this);
    }

    /**
     * Effects happen as often as said.
     *
     * @param within how long they may take
     * @param windowStated whether the sentence gave that time itself; an absence is then watched to its end
     */
    record Counts(List<Count> counts, Duration within, boolean windowStated) implements Statement {
        public Counts {
            counts = List.copyOf(counts);
        }
    }

    /** An effect does not happen before an action begins for the first time. */
    record NotBefore(EffectName effect, String action) implements Statement {}

    /** Every effect of an item happens before every effect of the next. */
    record InOrder(List<Item> items, Duration within) implements Statement {
        public InOrder {
            items = List.copyOf(items);
        }

        /** An effect, or an action by its name: one of the two is null. */
        public record Item(EffectName effect, String action) {
            public String words() {
                return effect == null ? action : effect.name();
            }
        }
    }

    /** No effect happens beside those that the named statements speak of. */
    record NothingElse(List<Statement> named) implements Statement {
        public NothingElse {
            named = List.copyOf(named);
        }
    }

    /**
     * How an effect was delivered.
     *
     * @param count the number of attempts; null when not said
     * @param statuses the answers in order; empty when not said
     * @param sameHeader a header that has the same value on each; null when not said
     */
    record Attempts(EffectName effect, Integer count, List<Integer> statuses, String sameHeader, Duration within)
            implements Statement {
        public Attempts {
            statuses = List.copyOf(statuses);
        }
    }

    /**
     * When the scenario has come to rest, every effect of the name that it had is as said.
     *
     * @param within how long the effect may take to be there at all
     */
    record InTheEnd(EffectName effect, List<Field> fields, Duration within) implements Statement {
        public InTheEnd {
            fields = List.copyOf(fields);
        }
    }

    /**
     * No effect of the name that has once left a value for another comes back to it.
     *
     * @param field where the value is
     * @param within how long the effect may take to be there at all
     */
    record NeverReturns(EffectName effect, String field, Duration within) implements Statement {}

    /**
     * An effect is attempted again, and each attempt of one handoff comes so long after the one before.
     *
     * @param within how long the first of them may take
     */
    record Spaced(EffectName effect, Duration apart, Duration within) implements Statement {}

    /** Every answer to the last action has this status. */
    record ResponseStatus(int status) implements Statement {}

    /** Every answer to the last action has these fields. */
    record ResponseHas(List<Field> fields) implements Statement {
        public ResponseHas {
            fields = List.copyOf(fields);
        }
    }

    /** The application says that the workflow has reached a stage. */
    record Reaches(String stage, Duration within) implements Statement {

        /** The name under which the asking for stages is among the sights. */
        public static final String SIGHT = "application";
    }

    /**
     * Every payload captured so far keeps the contract of its effect; stated of each scenario without being asked.
     *
     * @param terms of those effects of which there are payloads
     */
    record ContractsKept(List<Terms> terms) implements Statement {
        public ContractsKept {
            terms = List.copyOf(terms);
        }

        /**
         * What was agreed about an effect.
         *
         * @param contract the schema as its owner would name it
         * @param producer who makes the payloads; null when not said
         * @param consumers whom a broken contract breaks
         */
        public record Terms(String effect, String contract, String producer, List<String> consumers) {
            public Terms {
                consumers = List.copyOf(consumers);
            }
        }
    }

    /** All of several statements. */
    record All(List<Statement> parts) implements Statement {
        public All {
            parts = List.copyOf(parts);
        }

        /** The longest. */
        @Override
        public Duration within() {
            return parts.stream()
                    .map(Statement::within)
                    .max(Comparator.naturalOrder())
                    .orElse(Duration.ZERO);
        }
    }
}
