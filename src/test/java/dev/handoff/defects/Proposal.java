package dev.handoff.defects;

import java.util.Map;
import java.util.TreeMap;

/** What a run with one defect found, as the catalogue would say it: to be judged by whoever takes it over. */
public final class Proposal {

    private Proposal() {}

    /**
     * The lines for the catalogue.
     *
     * @param red the scenarios that turned red, each with its finding
     */
    public static String of(KnownDefect defect, Map<String, String> red) {
        Map<String, String> also = new TreeMap<>(red);
        String found = also.remove(defect.caughtBy());
        StringBuilder yaml =
                new StringBuilder("%s:\n  caught by: %s\n".formatted(defect.name(), name(defect.caughtBy())));
        yaml.append(found == null ? "  # which did not turn red\n" : "  found as: \"%s\"\n".formatted(quoted(found)));
        yaml.append(also.isEmpty() ? "" : "  also red:\n");
        also.forEach((scenario, finding) -> yaml.append("    - ")
                .append(finding.equals(found) ? name(scenario) : name(scenario) + ": \"%s\"".formatted(quoted(finding)))
                .append("\n"));
        return yaml.toString();
    }

    private static String name(String scenario) {
        return scenario.matches("[A-Za-z0-9][^:#\"]*") ? scenario : "\"" + quoted(scenario) + "\"";
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
