package dev.handoff.steps;

import dev.handoff.action.HttpActions;
import dev.handoff.expectation.Count;
import dev.handoff.expectation.EffectName;
import dev.handoff.expectation.Field;
import dev.handoff.fault.NextRequests;
import dev.handoff.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The vocabulary's names as they may be written in a sentence. */
final class Words {

    private static final String HOW_MANY =
            "exactly one|exactly \\d+|at least one|at least \\d+|at most one|at most \\d+|no";

    private final Map<String, EffectName> effects = new LinkedHashMap<>();
    private final Vocabulary vocabulary;

    Words(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        vocabulary.systems().values().forEach(system -> system.effects()
                .forEach(name -> effects.put(name, new EffectName(name, system.name()))));
        List.copyOf(effects.values()).forEach(effect -> effects.putIfAbsent(plural(effect.name()), effect));
    }

    static String plural(String name) {
        if (name.matches(".*[^aeiou]y")) {
            return name.substring(0, name.length() - 1) + "ies";
        }
        return name + (name.matches(".*(s|x|z|ch|sh)") ? "es" : "s");
    }

    /** A pattern that fits any of the names, the longest first; one that fits nothing if there are none. */
    static String anyOf(Collection<String> names) {
        return names.isEmpty()
                ? "(?!)"
                : names.stream()
                        .sorted(Comparator.comparing(String::length).reversed())
                        .map(Words::quoted)
                        .collect(Collectors.joining("|"));
    }

    /** Without {@code \Q}, which Cucumber expressions cannot hold. */
    private static String quoted(String name) {
        return name.replaceAll("([\\\\.*+?^$()|\\[\\]{}])", "\\\\$1");
    }

    Collection<String> effectNames() {
        return effects.keySet();
    }

    EffectName effect(String name) {
        return effects.get(name);
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** {@code exactly one provider refund and no payout}. */
    String countsPattern() {
        String one = "(?:" + HOW_MANY + ") (?:" + anyOf(effectNames()) + ")";
        return one + "(?:(?:, and |, | and )" + one + ")*";
    }

    List<Count> counts(String text) {
        Matcher matcher = Pattern.compile("(" + HOW_MANY + ") (" + anyOf(effectNames()) + ")")
                .matcher(text);
        List<Count> counts = new ArrayList<>();
        while (matcher.find()) {
            counts.add(count(matcher.group(1), effect(matcher.group(2))));
        }
        return counts;
    }

    private static Count count(String howMany, EffectName effect) {
        if (howMany.equals("no")) {
            return new Count(effect, 0, 0, List.<Field>of());
        }
        String last = howMany.substring(howMany.lastIndexOf(' ') + 1);
        int number = last.equals("one") ? 1 : Integer.parseInt(last);
        if (number == 0 && howMany.startsWith("at least")) {
            throw new Undecided("\"" + howMany + "\" says nothing that could fail; say \"no " + effect.name() + "\"");
        }
        if (howMany.startsWith("exactly")) {
            return new Count(effect, number, number, List.of());
        }
        return howMany.startsWith("at least")
                ? new Count(effect, number, null, List.of())
                : new Count(effect, 0, number, List.of());
    }

    /** {@code the next 2 requests}, {@code the next provider refund}. */
    String requestsPattern() {
        return "the next (?:\\d+ )?(?:requests?|" + anyOf(effectNames()) + ")";
    }

    /** {@code the next mail}, {@code the next 2 welcome emails}. */
    String mailsPattern() {
        return "the next (?:\\d+ )?(?:mails?|" + anyOf(effectNames()) + ")";
    }

    NextRequests requests(String text) {
        Matcher parts = Pattern.compile("the next (?:(\\d+) )?(.+)").matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(text);
        }
        int times = parts.group(1) == null ? 1 : Integer.parseInt(parts.group(1));
        Optional<String> effect = Optional.ofNullable(effect(parts.group(2))).map(EffectName::name);
        try {
            return new NextRequests(times, effect, text);
        } catch (IllegalArgumentException none) {
            throw new Undecided(none.getMessage());
        }
    }

    /** The names by which order steps speak of actions, with any article. */
    String actionPattern() {
        return "(?:the |a |an )?(?:" + anyOf(actionNames()) + ")";
    }

    /** The names of actions, of approvals, which are what approves them, and of a link that is followed. */
    List<String> actionNames() {
        return Stream.of(
                        vocabulary.actions().stream().flatMap(action -> action.as().stream()),
                        vocabulary.approvals().keySet().stream(),
                        Stream.of(HttpActions.LINK))
                .flatMap(names -> names)
                .distinct()
                .toList();
    }

    /** {@code the activation email, the CRM contact and the billing trial}. */
    String effectsPattern() {
        String one = "the (?:" + anyOf(effectNames()) + ")";
        return one + "(?:(?:, and |, | and )" + one + ")*";
    }

    List<EffectName> effects(String text) {
        Matcher matcher = Pattern.compile("the (" + anyOf(effectNames()) + ")(?=, | and |$)")
                .matcher(text);
        List<EffectName> named = new ArrayList<>();
        while (matcher.find()) {
            named.add(effect(matcher.group(1)));
        }
        return named;
    }

    static String action(String text) {
        return text.replaceFirst("^(the|an|a) ", "");
    }
}
