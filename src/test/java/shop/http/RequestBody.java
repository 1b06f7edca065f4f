package shop.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.javalin.http.Context;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import shop.json.Json;

/** Reads JSON bodies. */
public final class RequestBody {

    private static final int LONGEST_TEXT = 200;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;:\"()\\[\\]]+@[\\p{Alnum}-]+(\\.[\\p{Alnum}-]+)+");

    private RequestBody() {}

    public static <T> T read(Context ctx, Class<T> type) {
        try {
            T body = Json.read(ctx.body(), type);
            if (body == null) {
                throw Problem.malformed("A JSON object is expected.");
            }
            return body;
        } catch (JsonMappingException e) {
            throw Problem.malformed(describe(e));
        } catch (JsonProcessingException e) {
            throw Problem.malformed("The body is not JSON.");
        }
    }

    public static <T> T required(String field, T value) {
        if (value == null) {
            throw Problem.malformed("The field " + field + " is missing.");
        }
        return value;
    }

    /** A line of text: mails, headers and tables can all hold it. */
    public static String text(String field, String value) {
        if (required(field, value).isBlank()) {
            throw Problem.malformed("The field " + field + " is empty.");
        }
        if (value.length() > LONGEST_TEXT || value.chars().anyMatch(Character::isISOControl)) {
            throw Problem.unacceptable(
                    "The field " + field + " must be one line of at most " + LONGEST_TEXT + " characters.");
        }
        return value;
    }

    public static String email(String field, String value) {
        if (!EMAIL.matcher(text(field, value)).matches()) {
            throw Problem.unacceptable("The field " + field + " is no email address.");
        }
        return value;
    }

    private static String describe(JsonMappingException e) {
        String field = e.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .collect(Collectors.joining("."));
        return field.isEmpty() ? "A JSON object is expected." : "The field " + field + " has the wrong type.";
    }
}
