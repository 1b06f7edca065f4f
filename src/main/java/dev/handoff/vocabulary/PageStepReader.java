package dev.handoff.vocabulary;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code submit} and {@code click} of an action. */
final class PageStepReader {

    private static final List<String> KEYS = List.of("submit", "click");

    private PageStepReader() {}

    /** What stands in the place of {@code http}, if something does. */
    static Optional<PageStep> read(Section section, Scope scope) {
        Optional<String> kind = KEYS.stream().filter(section::has).findFirst();
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        Value value = section.value(kind.get()).orElseThrow();
        RequestReader.KINDS.stream()
                .filter(other -> List.of("http", "click").contains(other))
                .filter(other -> !other.equals(kind.get()) && section.has(other))
                .forEach(other -> value.problem(value.what() + " stands beside \"" + other
                        + "\"; write them one after the other under \"do\""));
        Stream<String> foreign = kind.get().equals("submit")
                ? Stream.of("query", "body", "sign", "follow-redirects")
                : Stream.of("query", "body", "form", "sign", "follow-redirects");
        foreign.filter(section::has).forEach(key -> value.draft()
                .problem(
                        section.placeOf(key),
                        Words.quoted(key) + " stands beside \"" + kind.get() + "\"; "
                                + (key.equals("follow-redirects")
                                        ? "what is done on a page follows redirects anyway"
                                        : "it belongs to an http request")));
        return value.template(scope)
                .map(what -> kind.get().equals("submit") ? new PageStep.Submit(what) : new PageStep.Click(what));
    }
}
