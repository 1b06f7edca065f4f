package dev.handoff.environment;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** A server that gives each system that needs one a database of its own. */
interface DatabaseServer {

    /**
     * Makes an empty database.
     *
     * @throws EnvironmentFailed when it cannot be made
     */
    Database createDatabase(String name);

    /** One database, as JDBC wants it. */
    record Database(String url, String user, String password) {

        /** What the application needs to reach it. */
        Map<String, String> address() {
            URI uri = URI.create(url.substring("jdbc:".length()));
            Map<String, String> address = new LinkedHashMap<>();
            address.put("url", url);
            address.put("user", user);
            address.put("password", password);
            address.put("host", uri.getHost());
            address.put("port", String.valueOf(uri.getPort()));
            address.put("database", uri.getPath().substring(1));
            return address;
        }
    }
}
