package dev.handoff.vocabulary;

/**
 * A method and a path or address, written {@code POST /refunds}.
 *
 * @param method upper case
 * @param target a path of the application, or an absolute address
 */
public record RequestLine(String method, Template target) {

    @Override
    public String toString() {
        return method + " " + target.source();
    }
}
