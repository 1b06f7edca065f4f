package dev.handoff.vocabulary;

import java.util.List;

/** Reads {@code bounce} of a mail system: the webhook by which a mail provider tells that a mail came back. */
final class BounceReader {

    static final List<String> KEYS = List.of("http", "headers", "query", "body", "form", "sign");

    private static final Scope SCOPE = Scope.scenario(List.of("recipient", "messageId", "subject"));

    private BounceReader() {}

    static ActionSpec.Request read(Value value) {
        Section section = Section.of(value, KEYS);
        section.required("http", "it is a method and a path, as in POST /webhooks/mail");
        return RequestReader.read(section, SCOPE);
    }
}
