package shop.onboarding;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
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

/** {@code POST /onboardings} and {@code GET /onboardings/{id}}. */
final class OnboardingRoutes implements Routes {

    private final Means means;

    OnboardingRoutes(Means means) {
        this.means = means;
    }

    private record Form(String email, String company, String country) {

        Applicant checked() {
            return new Applicant(
                    "ob_" + UUID.randomUUID().toString().replace("-", ""),
                    RequestBody.email("email", email),
                    RequestBody.text("company", company),
                    RequestBody.text("country", country));
        }
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/onboardings", this::submit);
        routes.get("/onboardings/{id}", this::show);
    }

    private void submit(Context ctx) {
        Form form = RequestBody.read(ctx, Form.class);
        Applicant applicant = form.checked();
        String correlationId = Correlation.of(ctx);
        means.idempotency().respond(ctx, "POST /onboardings", form, tx -> accept(tx, applicant, correlationId));
    }

    private Answer accept(Transaction tx, Applicant applicant, String correlationId) {
        Onboardings.add(tx, applicant);
        Workflows.begin(tx, OnboardingWorkflow.DEFINITION, applicant.onboardingId(), correlationId);
        means.outbox()
                .add(
                        tx,
                        Message.of(OnboardingWorkflow.SUBMITTED, correlationId, applicant)
                                .on(Channel.EVENTS, applicant.onboardingId()));
        return Answer.of(
                202,
                "/onboardings/" + applicant.onboardingId(),
                new Onboardings.View(applicant.onboardingId(), "submitted", null));
    }

    private void show(Context ctx) {
        String id = ctx.pathParam("id");
        Respond.json(
                ctx,
                200,
                means.database()
                        .transaction(tx -> Onboardings.find(tx, id))
                        .orElseThrow(() -> Problem.notFound("There is no onboarding " + id + ".")));
    }
}
