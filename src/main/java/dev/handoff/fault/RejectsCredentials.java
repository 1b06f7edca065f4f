package dev.handoff.fault;

import java.util.Map;
import java.util.Optional;

/**
 * {@code rejects the credentials until they are renewed}: requests with the {@code Authorization} of the first one, or with
 * none, are answered 401 after RFC 6750, until one comes with another.
 */
public final class RejectsCredentials implements HttpFault {

    private static final int UNAUTHORIZED = 401;
    private static final Map<String, String> CHALLENGE =
            Map.of("WWW-Authenticate", "Bearer error=\"invalid_token\", error_description=\"The token expired\"");

    private Optional<String> expired;

    @Override
    public String describe() {
        return "rejects the credentials until they are renewed";
    }

    @Override
    public Optional<Treatment> meet(Arrival request) {
        Optional<String> shown = request.content().header("Authorization").filter(value -> !value.isBlank());
        if (expired == null) {
            expired = shown;
        }
        return shown.isPresent() && !shown.equals(expired)
                ? Optional.empty()
                : Optional.of(Treatment.refused(Problem.answer(UNAUTHORIZED, CHALLENGE, "")));
    }
}
