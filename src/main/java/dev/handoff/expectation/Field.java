package dev.handoff.expectation;

/**
 * A row of a table.
 *
 * @param path {@code amount}, {@code metadata.order_id}, {@code items[0].sku}, {@code header Idempotency-Key}, or a
 *     property of the delivery such as {@code path} or {@code key}
 * @param cell what it must be, as written, with placeholders replaced; see {@link Matchers}
 */
public record Field(String path, String cell) {}
