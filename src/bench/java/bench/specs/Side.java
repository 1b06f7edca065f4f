package bench.specs;

import java.util.List;
import java.util.Locale;

/** Whose specs are run. */
public enum Side {
    HANDMADE("bench.handmade", List.of(), null),
    HANDOFF("dev.handoff.steps", List.of("dev.handoff.steps.CurrentStep"), "orders.yaml"),
    HANDOFF_IDLE("dev.handoff.steps", List.of("dev.handoff.steps.CurrentStep"), "orders-idle.yaml");

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
