package shop.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import shop.json.Json;

/**
 * Something to be done once.
 *
 * @param job the name of the kind
 * @param about what it is about: with {@code job}, what it can be cancelled by
 * @param customer by whose clock it is due
 */
public record Task(String job, String about, String customer, String correlationId, Instant dueAt, JsonNode data) {

    public static Task of(String job, String about, String customer, String correlationId, Instant dueAt, Object data) {
        return new Task(job, about, customer, correlationId, dueAt, Json.tree(data));
    }

    public <T> T data(Class<T> type) {
        return Json.convert(data, type);
    }
}
