package dev.handoff.vocabulary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks the placeholders of a text: how they are written, and whether somebody will know their values. */
final class Placeholders {

    private static final List<String> OF_A_SCENARIO =
            List.of("correlationId", "unique.email", "unique.reference", "unique.uuid", "unique.number", "fresh.uuid");
    private static final List<String> OF_THE_APPLICATION = List.of("application.url", "application.port");
    private static final Pattern OF_A_REQUEST =
            Pattern.compile("request\\.body([.\\[].+)?|request\\.(query|header)\\.[^.\\s].*");
    private static final Pattern OF_AN_APPROVAL = Pattern.compile("approval\\.[^.\\s].*");
    private static final List<String> OF_A_REQUEST_IN_WORDS =
            List.of("request.body", "request.body.<name>", "request.query.<name>", "request.header.<name>");

    private Placeholders() {}

    /** The text as it is meant, if it has no placeholder. */
    static Optional<String> none(Value value, String text) {
        if (!wellFormed(value, text)) {
            return Optional.empty();
        }
        List<Template.Reference> references = Template.of(text).references();
        if (!references.isEmpty()) {
            value.problem(value.what() + " cannot have the placeholder ${"
                    + references.get(0).name()
                    + "}; only environment variables, in upper case, can stand here");
            return Optional.empty();
        }
        return Optional.of(Template.of(text).text(name -> Optional.empty()));
    }

    /** Checks the text now, and its names once all words are known. */
    static void check(Value value, String text, Scope scope) {
        if (wellFormed(value, text) && !scope.has(Scope.Group.ANYTHING)) {
            List<Template.Reference> references = Template.of(text).references();
            if (!references.isEmpty()) {
                value.draft()
                        .afterwards(
                                () -> references.forEach(reference -> requireKnown(value, reference.name(), scope)));
            }
        }
    }

    private static void requireKnown(Value value, String name, Scope scope) {
        KnownWords words = value.draft().words();
        List<String> known = names(scope, words);
        boolean request =
                scope.has(Scope.Group.REQUEST) && OF_A_REQUEST.matcher(name).matches();
        boolean approval =
                scope.has(Scope.Group.APPROVAL) && OF_AN_APPROVAL.matcher(name).matches();
        if (known.contains(name) || request || approval) {
            return;
        }
        if (scope == Scope.NOTHING) {
            value.problem(value.what() + " cannot have the placeholder ${" + name
                    + "}; only environment variables, in upper case, can stand here");
            return;
        }
        value.problem("unknown placeholder ${" + name + "} in " + value.what() + hint(name, known) + " Known: "
                + String.join(", ", inWords(scope, words)));
    }

    private static String hint(String name, List<String> known) {
        String hint = Nearest.hint(name, known);
        return hint.isEmpty() ? "." : hint;
    }

    private static List<String> names(Scope scope, KnownWords words) {
        List<String> names = withoutSystems(scope, words);
        if (scope.has(Scope.Group.SYSTEMS)) {
            words.systems().forEach((system, type) -> words.own(system)
                    .map(kind -> kind.properties().stream().sorted().toList())
                    .orElseGet(() -> properties(type))
                    .forEach(property -> names.add("systems." + system + "." + property)));
        }
        return names;
    }

    /** All there are, where the type is wrong itself. */
    private static List<String> properties(SystemType type) {
        return type != null
                ? type.properties()
                : Arrays.stream(SystemType.values())
                        .flatMap(any -> any.properties().stream())
                        .distinct()
                        .toList();
    }

    private static List<String> inWords(Scope scope, KnownWords words) {
        List<String> names = withoutSystems(scope, words);
        if (scope.has(Scope.Group.REQUEST)) {
            names.addAll(OF_A_REQUEST_IN_WORDS);
        }
        if (scope.has(Scope.Group.APPROVAL)) {
            names.add("approval.<field>");
        }
        if (scope.has(Scope.Group.SYSTEMS)) {
            names.add("systems.<name>.<property>");
        }
        return names;
    }

    private static List<String> withoutSystems(Scope scope, KnownWords words) {
        Set<String> names = new LinkedHashSet<>(scope.own());
        if (scope.has(Scope.Group.SCENARIO)) {
            names.addAll(words.remembered());
            names.addAll(words.keys());
            names.addAll(OF_A_SCENARIO);
        }
        if (scope.has(Scope.Group.APPLICATION)) {
            names.addAll(OF_THE_APPLICATION);
        }
        return new ArrayList<>(names);
    }

    private static boolean wellFormed(Value value, String text) {
        for (int open = text.indexOf("${"); open >= 0; open = text.indexOf("${", open + 2)) {
            if (open > 0 && text.charAt(open - 1) == '$') {
                continue;
            }
            int close = text.indexOf('}', open);
            if (close < 0) {
                value.problem("a placeholder in " + value.what() + " is not closed, found "
                        + Words.quoted(text.substring(open)) + "; write ${name}, or $${ for the text ${ itself");
                return false;
            }
            String inside = text.substring(open + 2, close);
            if (inside.contains("${")) {
                value.problem("a placeholder inside of another in " + value.what() + ", found "
                        + Words.quoted(text.substring(open, close + 1)) + "; a default can only be a text");
                return false;
            }
            int colon = inside.indexOf(':');
            String name = colon < 0 ? inside : inside.substring(0, colon);
            if (name.isBlank() || colon >= 0 && !inside.startsWith(":-", colon)) {
                value.problem(Words.quoted(text.substring(open, close + 1)) + " in " + value.what()
                        + " is no placeholder; write ${name} or ${name:-default}");
                return false;
            }
        }
        return true;
    }
}
