package dev.handoff.vocabulary;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads how the requests to an {@code http} system must be signed. */
final class RequiredSignatureReader {

    static final List<String> KEYS = List.of("header", "secret", "style", "tolerance");
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private RequiredSignatureReader() {}

    static Optional<SystemSpec.Signature> read(String system, Value value) {
        Value called = value.called("signature of system " + system);
        Section section = Section.of(called, KEYS);
        Optional<String> header = section.required("header", "it names the header that carries the signature")
                .flatMap(RequiredSignatureReader::header);
        Optional<String> secret = section.required(
                        "secret", "it is what both sides know, from the environment as in ${PARTNER_SECRET}")
                .flatMap(Value::text);
        Optional<SignatureStyle> style =
                section.value("style").map(RequiredSignatureReader::style).orElse(Optional.of(SignatureStyle.STRIPE));
        Duration tolerance =
                section.value("tolerance").flatMap(Durations::readPositive).orElse(TOLERANCE);
        return header.flatMap(
                name -> secret.flatMap(key -> style.map(as -> new SystemSpec.Signature(name, key, as, tolerance))));
    }

    private static Optional<String> header(Value value) {
        return value.text().filter(name -> Names.header(value.draft(), value.place(), name));
    }

    private static Optional<SignatureStyle> style(Value value) {
        Optional<String> word = value.text(Words.either(SignatureStyle.words()));
        Optional<SignatureStyle> style = word.flatMap(SignatureStyle::of);
        if (word.isPresent() && style.isEmpty()) {
            value.problem("unknown style " + Words.quoted(word.get()) + " of a signature"
                    + Words.known(word.get(), SignatureStyle.words()));
        }
        return style;
    }
}
