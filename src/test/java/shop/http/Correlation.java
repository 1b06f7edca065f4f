package shop.http;

import io.javalin.http.Context;
import java.util.UUID;
import java.util.regex.Pattern;

/** The ID that ties everything a request causes to that request. */
public final class Correlation {

    static final String HEADER = "X-Correlation-Id";

    /** Anything else, control characters above all, is not passed on into headers and logs. */
    private static final Pattern FIT_TO_PASS_ON = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private Correlation() {}

    public static String of(Context ctx) {
        return ctx.attribute(HEADER);
    }

    static void establish(Context ctx) {
        String given = ctx.header(HEADER);
        String id = given != null && FIT_TO_PASS_ON.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
        ctx.attribute(HEADER, id);
        ctx.header(HEADER, id);
    }
}
