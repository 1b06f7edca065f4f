package dev.handoff.report.allure;

import dev.handoff.report.coverage.IntegrationPoint;
import io.qameta.allure.listener.TestLifecycleListener;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives a scenario that is tagged with an integration point a label of its own for it, {@code integration point}, by which
 * results can be grouped and counted. The tag stays.
 *
 * <p>Found by Allure through {@code META-INF/services}; nobody else has a use for it.
 */
public final class PointLabels implements TestLifecycleListener {

    static final String NAME = "integration point";

    @Override
    public void beforeTestSchedule(TestResult scenario) {
        List<Label> labels = new ArrayList<>(scenario.getLabels());
        scenario.getLabels().stream()
                .flatMap(label -> point(label).stream())
                .distinct()
                .forEach(point -> labels.add(new Label().setName(NAME).setValue(point.words())));
        scenario.setLabels(labels);
    }

    private static Optional<IntegrationPoint> point(Label label) {
        if (!"tag".equals(label.getName()) || label.getValue() == null) {
            return Optional.empty();
        }
        String tag = label.getValue();
        return IntegrationPoint.of(tag.startsWith("@") ? tag : "@" + tag);
    }
}
