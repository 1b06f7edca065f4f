package dev.handoff.sandbox.http;

import dev.handoff.fault.Answer;
import dev.handoff.journal.Message;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What a system has answered under each idempotency key, after the IETF draft <i>The Idempotency-Key HTTP Header
 * Field</i>: the same request again gets the first answer again, another request under a used key is refused with 422.
 */
final class IdempotencyMemory {

    private final Map<String, Remembered> answers = new HashMap<>();
    private final Kept<String> keys;

    IdempotencyMemory(LongSupplier oldestNeeded) {
        this.keys = new Kept<>(oldestNeeded);
    }

    /** What to answer to a request whose key was used before. */
    synchronized Optional<Recall> recall(String key, HttpRequest request) {
        Remembered remembered = answers.get(key);
        if (remembered == null) {
            return Optional.empty();
        }
        return Optional.of(
                remembered.isOf(request)
                        ? new Recall(true, remembered.answer)
                        : new Recall(
                                false,
                                new Answer(
                                        422,
                                        Map.of(),
                                        "application/problem+json",
                                        "{\"title\":\"Idempotency-Key is already used\",\"status\":422,\"detail\":\"This key"
                                                + " was used with another request.\"}")));
    }

    synchronized void remember(String key, HttpRequest request, Answer answer, long captured) {
        answers.put(key, Remembered.of(request, answer));
        keys.add(captured, key).forEach(answers::remove);
    }

    /**
     * An answer from memory.
     *
     * @param same whether the request is the one that the key was used with
     */
    record Recall(boolean same, Answer answer) {}

    private record Remembered(String method, String path, Map<String, String> query, Message content, Answer answer) {

        static Remembered of(HttpRequest request, Answer answer) {
            Message content = Message.of(
                    Map.of(), request.content().contentType(), request.content().text());
            return new Remembered(request.method(), request.path(), request.query(), content, answer);
        }

        /** The order of a JSON object's members says nothing: a program may write them in another one the next time. */
        boolean isOf(HttpRequest request) {
            return method.equals(request.method())
                    && path.equals(request.path())
                    && query.equals(request.query())
                    && (content.text().equals(request.content().text())
                            || content.tree().equals(request.content().tree()));
        }
    }
}
