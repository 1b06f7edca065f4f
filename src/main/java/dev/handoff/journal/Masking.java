package dev.handoff.journal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Replaces secrets in what is about to be written. */
final class Masking {

    private static final String NOT_SHOWN = "a value that is not shown because this field is masked";

    private final Secrets secrets;
    private final SecretTexts texts;

    Masking(Set<String> further) {
        this.secrets = new Secrets(further);
        this.texts = new SecretTexts(secrets);
    }

    Capture mask(Capture seen) {
        return new Capture(
                seen.system(),
                seen.effect(),
                seen.disposition(),
                seen.earliest(),
                seen.latest(),
                text(seen.summary()),
                mask(seen.properties()),
                mask(seen.content()),
                seen.answerStatus(),
                mask(seen.answer()),
                seen.handoff(),
                mask(seen.sequence()));
    }

    /** A value that is masked tells no order. */
    private Sequence mask(Sequence sequence) {
        return sequence == null
                        || isSecret(sequence.by())
                        || !text(sequence.value()).equals(sequence.value())
                ? null
                : new Sequence(
                        sequence.of(),
                        sequence.by(),
                        sequence.per() == null ? null : text(sequence.per()),
                        sequence.value());
    }

    Message mask(Message message) {
        if (message == null) {
            return null;
        }
        Map<String, List<String>> headers = new LinkedHashMap<>();
        message.headers()
                .forEach((name, values) -> headers.put(
                        name, values.stream().map(value -> value(name, value)).toList()));
        return message.withHeaders(headers).withText(body(message));
    }

    /** What was found in a secret field, or below it, is not written. */
    Checked mask(Checked checked) {
        return !checked.isBroken()
                ? checked
                : Checked.broken(checked.breaches().stream().map(this::mask).toList());
    }

    private Breach mask(Breach breach) {
        boolean secret = JsonPath.names(breach.path()).stream().anyMatch(this::isSecret);
        String observed = breach.observed() == null ? null : secret ? NOT_SHOWN : text(breach.observed());
        return new Breach(breach.path(), breach.rule(), breach.expected(), observed, breach.remark());
    }

    Map<String, String> mask(Map<String, String> properties) {
        Map<String, String> masked = new LinkedHashMap<>();
        properties.forEach((name, value) -> masked.put(name, value(name, value)));
        return masked;
    }

    /** A text: JSON, addresses with secret parameters, credentials, card numbers. */
    String text(String text) {
        return texts.text(text);
    }

    /** A value under its name. */
    String value(String name, String value) {
        return isSecret(name) ? secrets.replacement(value) : text(value);
    }

    boolean isSecret(String name) {
        return secrets.isSecret(name);
    }

    private String body(Message message) {
        return Bodies.isForm(message.contentType()) ? form(message.text()) : text(message.text());
    }

    private String form(String text) {
        return Stream.of(text.split("&", -1))
                .map(pair -> {
                    int value = pair.indexOf('=') + 1;
                    String name = Bodies.decode(pair.substring(0, Math.max(0, value - 1)));
                    String decoded = Bodies.decode(pair.substring(value));
                    String masked = value(name, decoded);
                    return masked.equals(decoded)
                            ? pair
                            : pair.substring(0, value) + URLEncoder.encode(masked, StandardCharsets.UTF_8);
                })
                .collect(Collectors.joining("&"));
    }
}
