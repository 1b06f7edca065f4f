package shop.password;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.UUID;
import shop.database.Database;
import shop.http.Problem;
import shop.http.RequestBody;
import shop.http.Respond;
import shop.http.Routes;

/** {@code POST /accounts} and {@code POST /sessions}. */
final class AccountRoutes implements Routes {

    private final Database database;

    AccountRoutes(Database database) {
        this.database = database;
    }

    private record AccountRequest(String email, String name, String password) {

        AccountRequest checked() {
            RequestBody.email("email", email);
            RequestBody.text("name", name);
            RequestBody.text("password", password);
            return this;
        }
    }

    private record SessionRequest(String email, String password) {

        SessionRequest checked() {
            RequestBody.email("email", email);
            RequestBody.text("password", password);
            return this;
        }
    }

    private record Account(String email, String name) {}

    private record Session(String sessionId, String email) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/accounts", this::open);
        routes.post("/sessions", this::signIn);
    }

    private void open(Context ctx) {
        AccountRequest request = RequestBody.read(ctx, AccountRequest.class).checked();
        String hash = PasswordHash.of(request.password());
        if (!database.transaction(tx -> Accounts.add(tx, request.email(), request.name(), hash))) {
            throw Problem.conflict("There is an account of " + request.email() + " already.");
        }
        Respond.json(ctx, 201, new Account(request.email(), request.name()));
    }

    /** Does not tell an unknown address from a wrong password. */
    private void signIn(Context ctx) {
        SessionRequest request = RequestBody.read(ctx, SessionRequest.class).checked();
        String sessionId = "ses_" + UUID.randomUUID().toString().replace("-", "");
        boolean known = database.transaction(tx -> Accounts.passwordHash(tx, request.email()))
                .filter(kept -> PasswordHash.fits(request.password(), kept))
                .isPresent();
        if (!known) {
            throw Problem.unauthorised("Address or password is wrong.");
        }
        database.transaction(tx -> {
            Accounts.beginSession(tx, sessionId, request.email());
            return null;
        });
        Respond.json(ctx, 201, new Session(sessionId, request.email()));
    }
}
