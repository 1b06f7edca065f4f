package dev.handoff.expectation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Tells when a number is another by a factor that lies between units: currencies have 0, 1, 2 or 3 decimal places. */
final class OtherUnit {

    private static final List<Integer> FACTORS = List.of(10, 100, 1000);

    private OtherUnit() {}

    static Optional<String> remark(Matcher expected, JsonNode observed) {
        if (!(expected instanceof ExactNumber exact) || exact.number().signum() == 0) {
            return Optional.empty();
        }
        Optional<BigDecimal> number = number(observed);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        if (number.get().compareTo(exact.number()) == 0) {
            return Optional.of("the same number, but as text");
        }
        for (int factor : FACTORS) {
            BigDecimal times = BigDecimal.valueOf(factor);
            if (exact.number().multiply(times).compareTo(number.get()) == 0) {
                return Optional.of(factor + " times the value");
            }
            if (number.get().multiply(times).compareTo(exact.number()) == 0) {
                return Optional.of("1/" + factor + " of the value");
            }
        }
        return Optional.empty();
    }

    private static Optional<BigDecimal> number(JsonNode value) {
        return value.isNumber() ? Optional.of(value.decimalValue()) : Matchers.number(value.asText());
    }
}
