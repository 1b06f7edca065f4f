package dev.handoff.vocabulary;

import java.util.Optional;
import java.util.regex.Pattern;

/** The small part of JSONPath that picks one value: {@code $}, {@code .name}, {@code ['name']}, {@code [0]}. */
final class JsonPaths {

    static final String ALLOWED = "a JSON path such as $.id, $.items[0].id or $['order id']";

    private static final Pattern PATH =
            Pattern.compile("\\$(\\.[\\p{L}_][\\p{L}\\p{N}_-]*|\\['[^']+'\\]|\\[\\d{1,9}\\])*");

    private JsonPaths() {}

    static boolean isPath(String text) {
        return PATH.matcher(text).matches();
    }

    static Optional<String> read(Value value) {
        Optional<String> text = value.text(ALLOWED);
        return text.isPresent() && !isPath(text.get()) ? value.mustBe(ALLOWED) : text;
    }
}
