package dev.handoff.steps;

import dev.handoff.action.Money;
import dev.handoff.expectation.Count;
import dev.handoff.expectation.EffectName;
import dev.handoff.fault.NextRequests;
import io.cucumber.cucumberexpressions.ParameterType;
import io.cucumber.cucumberexpressions.Transformer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The parameter types of the step library, made of the vocabulary's names. */
final class ParameterTypes {

    private static final String HAPPENS =
            "(?:(?:is|are) )?(?:exists?|happens?|created|sent|recorded|published|delivered"
                    + "|received|posted|opened|issued|made)";

    private static final String STATUS = "(?:\\d{3}|none)";

    private ParameterTypes() {}

    static List<ParameterType<?>> of(Words words) {
        return List.of(
                type("counts", words.countsPattern(), Counts.class, text -> new Counts(words.counts(text))),
                type("effect", Words.anyOf(words.effectNames()), EffectName.class, words::effect),
                type("effects", words.effectsPattern(), Effects.class, text -> new Effects(words.effects(text))),
                type("event", Words.anyOf(words.vocabulary().events()), EffectName.class, words::effect),
                type("system", Words.anyOf(words.vocabulary().systems().keySet()), String.class, name -> name),
                type("approval", Words.anyOf(words.vocabulary().approvals().keySet()), String.class, name -> name),
                type("workflow", Words.anyOf(words.vocabulary().workflows().keySet()), String.class, name -> name),
                type("action", words.actionPattern(), ActionName.class, text -> new ActionName(Words.action(text))),
                type("happens", HAPPENS, Happening.class, text -> new Happening()),
                type("duration", Durations.PATTERN, Duration.class, Durations::parse),
                type("money", Money.PATTERN, Money.class, Money::parse),
                type("decimal", "-?\\d+(?:\\.\\d+)?", BigDecimal.class, BigDecimal::new),
                type("requests", words.requestsPattern(), NextRequests.class, words::requests),
                type("mails", words.mailsPattern(), Mails.class, text -> new Mails(words.requests(text))),
                type("period", "second|minute", Period.class, Period::new),
                type("statuses", STATUS + "(?:(?:, | and )" + STATUS + ")*", Statuses.class, ParameterTypes::statuses));
    }

    private static <T> ParameterType<T> type(String name, String pattern, Class<T> type, Transformer<T> transformer) {
        return new ParameterType<>(name, pattern, type, transformer, false, false);
    }

    private static Statuses statuses(String text) {
        return new Statuses(Arrays.stream(text.split(", | and "))
                .map(status -> status.equals("none") ? 0 : Integer.parseInt(status))
                .toList());
    }

    /** How often effects happen. */
    record Counts(List<Count> list) {}

    /** Several effects. */
    record Effects(List<EffectName> list) {}

    /** An action by the name that order steps give it. */
    record ActionName(String name) {}

    /** The verb of a sentence, which says nothing by itself. */
    record Happening() {}

    /** The next mails. */
    record Mails(NextRequests next) {}

    /** A time for which a limit holds. */
    record Period(String name) {

        Duration length() {
            return name.equals("second") ? Duration.ofSeconds(1) : Duration.ofMinutes(1);
        }
    }

    /** Answers in their order; 0 for none. */
    record Statuses(List<Integer> list) {}
}
