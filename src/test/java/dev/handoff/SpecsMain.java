package dev.handoff;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.launcher.EngineFilter.includeEngines;

import java.io.PrintWriter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs the features of a folder as Failsafe does, prints what failed, and ends with 1 if anything did. */
final class SpecsMain {

    private SpecsMain() {}

    public static void main(String[] folder) {
        LauncherDiscoveryRequest features = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectDirectory(folder[0]))
                .filters(includeEngines("cucumber"))
                .build();
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create().execute(features, summary);
        summary.getSummary().printFailuresTo(new PrintWriter(System.out, true), 20);
        boolean green = summary.getSummary().getTotalFailureCount() == 0
                && summary.getSummary().getTestsSucceededCount() > 0;
        System.exit(green ? 0 : 1);
    }
}
