package shop.approval;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import shop.database.Database;
import shop.http.Problem;
import shop.http.Respond;
import shop.http.Routes;

/** {@code GET /approvals?role=}, {@code POST /approvals/{id}/approve} and {@code …/reject}, by whom {@code X-User} and {@code X-Role} say. */
final class ApprovalRoutes implements Routes {

    private final Database database;
    private final Decisions decisions;
    private final Map<String, Policy> policies;

    ApprovalRoutes(Database database, Decisions decisions, Map<String, Policy> policies) {
        this.database = database;
        this.decisions = decisions;
        this.policies = policies;
    }

    private record Decision(String id, String status) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/approvals", this::list);
        routes.post("/approvals/{id}/approve", ctx -> decide(ctx, "approved"));
        routes.post("/approvals/{id}/reject", ctx -> decide(ctx, "rejected"));
    }

    private void list(Context ctx) {
        String role = ctx.queryParam("role");
        if (role == null) {
            throw Problem.malformed("The parameter role is missing.");
        }
        Respond.json(ctx, 200, database.transaction(tx -> Approvals.openOf(tx, role)));
    }

    private void decide(Context ctx, String decision) {
        String id = ctx.pathParam("id");
        String user = header(ctx, "X-User");
        String role = header(ctx, "X-Role");
        database.transaction(tx -> {
            Approval approval =
                    Approvals.lock(tx, id).orElseThrow(() -> Problem.notFound("There is no approval " + id + "."));
            requireAllowed(approval, user, role);
            if (!approval.isOpen()) {
                throw Problem.conflict("The approval was " + approval.status() + " already.");
            }
            decisions.decide(tx, approval, decision, user);
            return null;
        });
        Respond.json(ctx, 200, new Decision(id, decision));
    }

    private void requireAllowed(Approval approval, String user, String role) {
        Policy policy = policies.get(approval.kind());
        if (policy.checksRole() && !approval.role().equals(role)) {
            throw Problem.forbidden("This is decided by " + approval.role() + ".");
        }
        if (policy.checksRequester() && approval.requester().equals(user)) {
            throw Problem.forbidden("Nobody decides on a request of their own.");
        }
    }

    private static String header(Context ctx, String name) {
        return Optional.ofNullable(ctx.header(name))
                .orElseThrow(() -> Problem.malformed("The header " + name + " is missing."));
    }
}
