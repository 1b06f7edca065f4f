package dev.handoff.vocabulary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a system of type {@code http}. */
final class HttpSystemReader {

    static final List<String> KEYS = SystemReader.keys(
            "port", "idempotency-key", "retry-horizon", "shared", "error-body", "signature", "endpoints");
    private static final String IDEMPOTENCY_KEY = "\"header\" and its name, as in header Idempotency-Key";

    private HttpSystemReader() {}

    static SystemSpec read(String name, Value value) {
        Section section = Section.of(value, KEYS);
        return new SystemSpec.Http(
                name,
                section.value("port").flatMap(Ports::read),
                section.value("idempotency-key").flatMap(HttpSystemReader::idempotencyKey),
                section.value("retry-horizon").flatMap(Durations::read),
                section.value("shared").flatMap(Value::truth).orElse(false),
                section.value("signature").flatMap(signature -> RequiredSignatureReader.read(name, signature)),
                endpoints(name, section),
                section.value("error-body").map(body -> Bodies.read(body, Scope.answer(List.of("fresh.uuid")))));
    }

    private static Optional<String> idempotencyKey(Value value) {
        Optional<String> text = value.text(IDEMPOTENCY_KEY);
        if (text.isPresent() && !text.get().startsWith("header ")) {
            return value.mustBe(IDEMPOTENCY_KEY);
        }
        return text.map(header -> header.substring("header ".length()).strip())
                .filter(header -> Names.header(value.draft(), value.place(), header));
    }

    private static List<SystemSpec.Endpoint> endpoints(String system, Section section) {
        Optional<Value> endpoints =
                section.required("endpoints", "it lists what is answered, as in - { on: POST /refunds }");
        if (endpoints.isEmpty()) {
            return List.of();
        }
        Map<String, Place> answered = new LinkedHashMap<>();
        List<SystemSpec.Endpoint> read = endpoints
                .get()
                .list("a list of endpoints", endpoint -> EndpointReader.read(system, endpoint, answered));
        if (endpoints.get().node() instanceof Node.Sequence list && list.items().isEmpty()) {
            endpoints.get().mustBe("a list of at least one endpoint");
        }
        return read;
    }
}
