package shop.lead;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.UUID;
import shop.database.Transaction;
import shop.domain.Means;
import shop.http.Answer;
import shop.http.Correlation;
import shop.http.Problem;
import shop.http.RequestBody;
import shop.http.Routes;
import shop.messaging.Channel;
import shop.messaging.Message;
import shop.workflow.WorkflowDefinition;
import shop.workflow.Workflows;

/** {@code POST /demo-requests} and {@code POST /leads}. */
final class LeadRoutes implements Routes {

    private static final String UK_POSTCODE = "(?i)[a-z]{1,2}[0-9][a-z0-9]?( ?[0-9][a-z]{2})?";

    private final Means means;

    LeadRoutes(Means means) {
        this.means = means;
    }

    private record Form(String email, String name, String company, String country, String postcode, String campaign) {

        Lead demo() {
            RequestBody.text("company", company);
            RequestBody.text("country", country);
            if (postcode != null && country.equals("GB") && !postcode.matches(UK_POSTCODE)) {
                throw Problem.unacceptable("The field postcode is no postcode of GB.");
            }
            return lead("demo");
        }

        Lead lead(String kind) {
            RequestBody.email("email", email);
            RequestBody.text("campaign", campaign);
            return new Lead(
                    "lead_" + UUID.randomUUID().toString().replace("-", ""),
                    kind,
                    email,
                    name,
                    company,
                    country,
                    postcode,
                    campaign);
        }
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/demo-requests", ctx -> take(ctx, form(ctx).demo(), LeadWorkflow.DEMO_REQUEST));
        routes.post("/leads", ctx -> take(ctx, form(ctx).lead("form"), LeadWorkflow.LEAD_FORM));
    }

    private static Form form(Context ctx) {
        return RequestBody.read(ctx, Form.class);
    }

    private void take(Context ctx, Lead lead, WorkflowDefinition workflow) {
        String correlationId = Correlation.of(ctx);
        means.idempotency().respond(ctx, ctx.path(), form(ctx), tx -> accept(tx, lead, workflow, correlationId));
    }

    private Answer accept(Transaction tx, Lead lead, WorkflowDefinition workflow, String correlationId) {
        Optional<Leads.View> known = means.defects().has(LeadDefect.DOUBLE_CLICK_MAKES_TWO_LEADS)
                ? Optional.empty()
                : Leads.ofVisitor(tx, lead);
        if (known.isPresent()) {
            return Answer.of(202, "/leads/" + known.get().id(), known.get());
        }
        Leads.add(tx, lead);
        Workflows.begin(tx, workflow, lead.leadId(), correlationId);
        if (means.defects().has(LeadDefect.SALES_TOLD_BEFORE_CRM) && lead.wantsDemo()) {
            send(tx, LeadWorkflow.ANNOUNCE, lead, correlationId);
        }
        send(tx, LeadWorkflow.RECEIVED, lead, correlationId);
        return Answer.of(202, "/leads/" + lead.leadId(), new Leads.View(lead.leadId(), "received", lead.campaign()));
    }

    private void send(Transaction tx, String type, Lead lead, String correlationId) {
        means.outbox().add(tx, Message.of(type, correlationId, lead).on(Channel.COMMANDS, lead.leadId()));
    }
}
