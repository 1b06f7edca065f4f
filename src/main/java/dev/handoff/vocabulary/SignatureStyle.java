package dev.handoff.vocabulary;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What of a request is signed, and how the header is written; named for those who made it known. */
public enum SignatureStyle {
    /** {@code t=1763740000,v1=HEX}: time in seconds, a dot and the body are signed. */
    STRIPE,
    /** {@code sha256=HEX}: the body is signed. */
    GITHUB;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(SignatureStyle::word).toList();
    }

    static Optional<SignatureStyle> of(String word) {
        return Arrays.stream(values())
                .filter(style -> style.word().equals(word))
                .findFirst();
    }
}
