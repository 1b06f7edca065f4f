package shop.workflow;

import io.javalin.config.RoutesConfig;
import shop.http.Problem;
import shop.http.Respond;
import shop.http.Routes;

/** {@code GET /workflows/{correlationId}}. */
public final class WorkflowRoutes implements Routes {

    private final Workflows workflows;

    public WorkflowRoutes(Workflows workflows) {
        this.workflows = workflows;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/workflows/{correlationId}", ctx -> {
            String correlationId = ctx.pathParam("correlationId");
            Respond.json(
                    ctx,
                    200,
                    workflows
                            .standing(correlationId)
                            .orElseThrow(() -> Problem.notFound("No workflow began under " + correlationId + ".")));
        });
    }
}
