package shop.signup;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.UUID;
import shop.database.Transaction;
import shop.domain.Means;
import shop.http.Answer;
import shop.http.Correlation;
import shop.http.Problem;
import shop.http.RequestBody;
import shop.http.Respond;
import shop.http.Routes;
import shop.messaging.Channel;
import shop.messaging.Message;
import shop.workflow.Workflows;

/** {@code POST /signups} and {@code GET /signups/{userId}}. */
final class SignupRoutes implements Routes {

    private static final List<String> PLANS = List.of("starter", "team", "enterprise");

    private final Means means;

    SignupRoutes(Means means) {
        this.means = means;
    }

    private record SignupRequest(String email, String name, String organisation, String plan, String source) {

        SignupRequest checked() {
            RequestBody.email("email", email);
            RequestBody.text("name", name);
            RequestBody.text("organisation", organisation);
            RequestBody.text("source", source);
            RequestBody.text("plan", plan);
            return this;
        }

        void checkPlan() {
            if (!PLANS.contains(plan)) {
                throw Problem.unacceptable("There is no plan " + plan + ", only " + String.join(", ", PLANS) + ".");
            }
        }
    }

    private record Accepted(String userId, String organisationId, String plan, String status) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/signups", this::signUp);
        routes.get("/signups/{userId}", this::show);
    }

    private void signUp(Context ctx) {
        SignupRequest request = RequestBody.read(ctx, SignupRequest.class).checked();
        if (!means.defects().has(SignupDefect.REFUSED_SIGNUP_LEAVES_USER)) {
            request.checkPlan();
        }
        String correlationId = Correlation.of(ctx);
        means.idempotency().respond(ctx, "POST /signups", request, tx -> accept(tx, request, correlationId));
        request.checkPlan();
    }

    private Answer accept(Transaction tx, SignupRequest request, String correlationId) {
        Signup signup = new Signup(newId("usr_"), newId("org_"), request.email(), plan(request), request.source());
        if (!Signups.add(tx, signup, request.name(), request.organisation())) {
            throw Problem.conflict("Somebody has signed up as " + request.email() + " already.");
        }
        Workflows.begin(tx, SignupWorkflow.DEFINITION, signup.userId(), correlationId);
        means.outbox()
                .add(
                        tx,
                        Message.of(SignupWorkflow.PROVISION, correlationId, signup)
                                .on(Channel.COMMANDS, signup.userId()));
        return Answer.of(
                201,
                "/signups/" + signup.userId(),
                new Accepted(signup.userId(), signup.organisationId(), signup.plan(), "trial"));
    }

    private String plan(SignupRequest request) {
        return means.defects().has(SignupDefect.PLAN_LOST_ON_THE_WAY) ? PLANS.get(0) : request.plan();
    }

    private void show(Context ctx) {
        String userId = ctx.pathParam("userId");
        Respond.json(
                ctx,
                200,
                means.database()
                        .transaction(tx -> Signups.find(tx, userId))
                        .orElseThrow(() -> Problem.notFound("There is no user " + userId + ".")));
    }

    private static String newId(String prefix) {
        return prefix + UUID.randomUUID().toString().replace("-", "");
    }
}
