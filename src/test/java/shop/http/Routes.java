package shop.http;

import io.javalin.config.RoutesConfig;

/** What a domain answers over HTTP. */
public interface Routes {
    void addTo(RoutesConfig routes);
}
