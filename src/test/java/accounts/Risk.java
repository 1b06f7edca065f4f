package accounts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import java.time.Clock;
import java.util.Map;

/** The risk bureau: it knows some countries. */
final class Risk implements Account {

    private static final Map<String, Integer> SCORES = Map.of("Germany", 12, "Panama", 87);

    private final Intake intake = new Intake();
    private final Items checks;

    Risk(Clock clock) {
        this.checks = new Items(Ids.random("check_"), clock);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/risk/v1/scores/{country}", ctx -> {
            Integer score = SCORES.get(ctx.pathParam("country"));
            ObjectNode answer = Json.object();
            if (score == null) {
                answer.put("reason", "no data");
            } else {
                answer.put("score", score);
            }
            intake.into(checks, 200, item -> answer).handle(ctx);
        });
        routes.get("/risk/v1/checks", Plain.list(checks));
    }
}
