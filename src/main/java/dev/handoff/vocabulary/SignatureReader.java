package dev.handoff.vocabulary;

import java.util.List;
import java.util.Optional;

/** Reads {@code sign}: how a request that is sent to the application proves who sent it. */
final class SignatureReader {

    static final List<String> KEYS = List.of("header", "secret", "prefix");

    private SignatureReader() {}

    static Optional<ActionSpec.Signature> read(Section request, Scope scope) {
        return request.value("sign").flatMap(value -> {
            Section section = Section.of(value, KEYS);
            Optional<String> header = section.required("header", "it names the header that carries the signature")
                    .flatMap(Headers::name);
            Optional<Template> secret =
                    section.required("secret", "the signature is made with it").flatMap(given -> given.template(scope));
            String prefix =
                    section.value("prefix").flatMap(SignatureReader::prefix).orElse("");
            return header.isPresent() && secret.isPresent()
                    ? Optional.of(new ActionSpec.Signature(header.get(), secret.get(), prefix))
                    : Optional.empty();
        });
    }

    private static Optional<String> prefix(Value value) {
        return value.text().filter(text -> {
            boolean oneLine = !text.matches("(?s).*[\\r\\n\\x00].*");
            if (!oneLine) {
                value.problem(value.what() + " must be on one line");
            }
            return oneLine;
        });
    }
}
