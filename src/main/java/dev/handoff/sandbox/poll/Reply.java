package dev.handoff.sandbox.poll;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.Optional;

/**
 * What was answered to one request.
 *
 * @param asked when the request left, at the earliest
 * @param answered when the answer was there
 */
record Reply(int status, HttpHeaders headers, String text, Instant asked, Instant answered) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The body, if it is JSON, whatever it is called. */
    Optional<JsonNode> json() {
        try {
            return Optional.of(JSON.readTree(text)).filter(tree -> !tree.isMissingNode());
        } catch (JsonProcessingException none) {
            return Optional.empty();
        }
    }

    String kind() {
        return header("Content-Type")
                .map(type -> type.split(";")[0].strip())
                .orElse("something without a content type");
    }
}
