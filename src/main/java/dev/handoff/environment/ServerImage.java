package dev.handoff.environment;

import java.util.Locale;

/** The images of the servers that the environment of containers brings. */
enum ServerImage {
    RABBITMQ("rabbitmq:4-management"),
    POSTGRES("postgres:17");

    private final String usual;

    ServerImage(String usual) {
        this.usual = usual;
    }

    /** As it is named for this run. */
    String image() {
        return System.getProperty(property(), usual);
    }

    /** How another one is named. */
    String setting() {
        return "-D" + property() + "=";
    }

    private String property() {
        return "handoff.image." + name().toLowerCase(Locale.ROOT);
    }
}
