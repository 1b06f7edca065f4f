package accounts;

import io.javalin.config.RoutesConfig;

/** An account at one provider. */
interface Account {
    void addTo(RoutesConfig routes);
}
