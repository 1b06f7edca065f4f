package accounts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Takes in what Shop hands over, once under each idempotency key of the account. */
final class Intake {

    private final Idempotency idempotency = new Idempotency();
    private final BiConsumer<Context, ObjectNode> check;

    Intake() {
        this((ctx, content) -> {});
    }

    /** @param check refuses what may not come in */
    Intake(BiConsumer<Context, ObjectNode> check) {
        this.check = check;
    }

    /** @param answer what is answered of what came in */
    Handler into(Items items, int status, Function<Item, ObjectNode> answer) {
        return ctx -> {
            ObjectNode content = Json.body(ctx);
            check.accept(ctx, content);
            ObjectNode said = idempotency.once(
                    ctx.header(Item.IDEMPOTENCY_KEY), ctx.path(), content, () -> answer.apply(items.add(ctx, content)));
            Json.answer(ctx, status, said);
        };
    }
}
