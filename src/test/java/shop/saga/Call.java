package shop.saga;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import shop.provider.Provider;
import shop.retry.GivenUp;

/** A step at one of the other companies: the same under the same key, however often it is asked for. */
record Call(Provider provider, String key, String correlationId) {

    JsonNode post(String path, Object body) throws GivenUp, InterruptedException {
        return provider.post(path, body, Map.of(Provider.IDEMPOTENCY_KEY, key, Provider.CORRELATION_ID, correlationId));
    }
}
