package bench.specs;

import java.util.List;
import java.util.Locale;

/** Whose specs are run. */
public enum Side {
    /** Cucumber, REST Assured, WireMock and Awaitility. */
    HANDMADE("bench.handmade", List.of(), null),
    /** Handoff by time alone. */
    HANDOFF("dev.handoff.steps", List.of("dev.handoff.steps.CurrentStep"), "orders.yaml"),
    /** With an application that says when it is idle, and no quiet time. */
    HANDOFF_IDLE("dev.handoff.steps", List.of("dev.handoff.steps.CurrentStep"), "orders-idle.yaml"),
    /** The reference application, with broker, database and mail. */
    SHOP("dev.handoff.steps", List.of("dev.handoff.steps.CurrentStep"), null);

    final String glue;
    final List<String> plugins;
    final String vocabulary;

    Side(String glue, List<String> plugins, String vocabulary) {
        this.glue = glue;
        this.plugins = plugins;
        this.vocabulary = vocabulary;
    }

    static Side named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
