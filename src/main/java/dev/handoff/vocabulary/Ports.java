package dev.handoff.vocabulary;

import java.util.Optional;

/** Ports to listen on. */
final class Ports {

    private static final String ALLOWED = "a port from 0 to 65535";

    private Ports() {}

    static Optional<Template> read(Value value) {
        Optional<Template> port = value.template(Scope.NOTHING);
        if (port.isEmpty() || !port.get().references().isEmpty()) {
            return port;
        }
        String text = port.get().source();
        boolean good = text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65535;
        return good ? port : value.mustBe(ALLOWED);
    }
}
