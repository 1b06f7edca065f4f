package accounts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * Something that Shop has handed to an account.
 *
 * @param number grows with each item of its kind
 * @param content as it was sent
 * @param idempotencyKey null without one
 * @param correlationId null without one
 */
record Item(long number, String id, Instant created, ObjectNode content, String idempotencyKey, String correlationId) {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    static final String CORRELATION_ID = "X-Correlation-Id";

    /** What an account tells of the request that made it. */
    ObjectNode request() {
        ObjectNode request = Json.object();
        if (idempotencyKey != null) {
            request.put("idempotency_key", idempotencyKey);
        }
        if (correlationId != null) {
            request.put("correlation_id", correlationId);
        }
        return request;
    }
}
