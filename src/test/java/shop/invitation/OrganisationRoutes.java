package shop.invitation;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import shop.database.Database;
import shop.http.Problem;
import shop.http.RequestBody;
import shop.http.Respond;
import shop.http.Routes;

/** {@code POST /organisations}: how sales sets up an organisation with its first member. */
final class OrganisationRoutes implements Routes {

    private final Database database;

    OrganisationRoutes(Database database) {
        this.database = database;
    }

    private record OrganisationRequest(String name, String ownerName, String ownerEmail) {

        OrganisationRequest checked() {
            RequestBody.text("name", name);
            RequestBody.text("ownerName", ownerName);
            RequestBody.email("ownerEmail", ownerEmail);
            return this;
        }
    }

    private record Created(String organisationId, String memberId) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/organisations", this::create);
    }

    private void create(Context ctx) {
        OrganisationRequest request =
                RequestBody.read(ctx, OrganisationRequest.class).checked();
        Created created = new Created(NewId.of("org_"), NewId.of("usr_"));
        database.transaction(tx -> {
            Invitations.addOrganisation(tx, created.organisationId(), request.name());
            if (!Invitations.addUser(
                    tx,
                    created.memberId(),
                    created.organisationId(),
                    request.ownerEmail(),
                    request.ownerName(),
                    "sales")) {
                throw Problem.conflict(request.ownerEmail() + " is a user already.");
            }
            return null;
        });
        Respond.json(ctx, 201, created);
    }
}
