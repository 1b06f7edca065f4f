package shop.http;

import io.javalin.http.Context;
import shop.json.Json;

/** Writes answers. */
public final class Respond {

    private Respond() {}

    public static void json(Context ctx, int status, Object body) {
        ctx.status(status).contentType("application/json").result(Json.write(body));
    }

    public static void answer(Context ctx, Answer answer) {
        ctx.status(answer.status()).contentType("application/json").result(answer.body());
        answer.location().ifPresent(location -> ctx.header("Location", location));
    }

    static void problem(Context ctx, Problem problem) {
        ctx.status(problem.status()).contentType("application/problem+json").result(Json.write(problem.body()));
    }
}
