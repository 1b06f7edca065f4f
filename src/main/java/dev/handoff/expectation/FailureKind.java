package dev.handoff.expectation;

import com.fasterxml.jackson.annotation.JsonValue;

/** The kinds of findings: one word list for code, messages, report categories and documentation. */
public enum FailureKind {
    MISSING_EFFECT("missing effect"),
    DUPLICATE_EFFECT("duplicate effect"),
    UNEXPECTED_EFFECT("unexpected effect"),
    FORBIDDEN_EFFECT("forbidden effect"),
    WRONG_FIELD("wrong field"),
    OUT_OF_ORDER("out of order"),
    TOO_LATE("too late"),
    CONTRACT_BROKEN("contract broken"),
    LOST_CORRELATION("lost correlation"),
    ATTEMPTS_DIFFER("attempts differ"),
    INCONCLUSIVE("inconclusive");

    private final String words;

    FailureKind(String words) {
        this.words = words;
    }

    @JsonValue
    public String words() {
        return words;
    }
}
