package accounts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.UncheckedIOException;

/** JSON in and out. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** The body of a request, which has to be an object. */
    static ObjectNode body(Context ctx) {
        try {
            JsonNode tree = MAPPER.readTree(ctx.body());
            if (tree instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new Refused(400, "The body is no JSON");
        }
        throw new Refused(400, "The body is no JSON object");
    }

    static void answer(Context ctx, int status, Object content) {
        try {
            ctx.status(status).contentType("application/json").result(MAPPER.writeValueAsBytes(content));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
