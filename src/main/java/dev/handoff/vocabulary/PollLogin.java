package dev.handoff.vocabulary;

/** A user and a password, sent by HTTP Basic. */
public record PollLogin(Template user, Template password) {
    /** Without either. */
    @Override
    public String toString() {
        return "a login";
    }
}
