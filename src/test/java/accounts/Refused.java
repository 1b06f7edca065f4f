package accounts;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Map;

/** What is answered to a request that is not done. */
final class Refused extends RuntimeException {

    private final int status;
    private final transient Map<String, String> headers;

    Refused(int status, String message) {
        this(status, message, Map.of());
    }

    private Refused(int status, String message, Map<String, String> headers) {
        super(message, null, false, false);
        this.status = status;
        this.headers = headers;
    }

    static Refused unauthorised(String why) {
        return new Refused(401, why, Map.of("WWW-Authenticate", "Bearer"));
    }

    static Refused tooMany(Duration retryAfter) {
        return new Refused(429, "Too many requests", Map.of("Retry-After", String.valueOf(retryAfter.toSeconds())));
    }

    void answer(Context ctx) {
        headers.forEach(ctx::header);
        Json.answer(ctx, status, Map.of("error", Map.of("message", getMessage())));
    }
}
