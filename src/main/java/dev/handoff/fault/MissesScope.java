package dev.handoff.fault;

import java.util.Map;
import java.util.Optional;

/** {@code misses the scope "refunds:write" in the credentials}: 403 {@code insufficient_scope}, after RFC 6750. */
public record MissesScope(String scope) implements HttpFault {

    private static final int FORBIDDEN = 403;

    /**
     * Checks the scope.
     *
     * @throws IllegalArgumentException for one that no token can have
     */
    public MissesScope {
        if (!scope.matches("[\\x21\\x23-\\x5B\\x5D-\\x7E]+")) {
            throw new IllegalArgumentException(
                    "a scope is one word of visible ASCII characters without quotes and backslashes, not \"" + scope
                            + "\"");
        }
    }

    @Override
    public String describe() {
        return "misses the scope \"" + scope + "\" in the credentials";
    }

    @Override
    public Optional<Treatment> meet(Arrival request) {
        return Optional.of(Treatment.refused(Problem.answer(
                FORBIDDEN,
                Map.of("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"" + scope + "\""),
                "")));
    }
}
