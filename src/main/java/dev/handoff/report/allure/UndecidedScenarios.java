package dev.handoff.report.allure;

import io.qameta.allure.listener.TestLifecycleListener;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;

/**
 * Reports a scenario as broken when Allure was told no status for it, which is what happens to one with an undefined or an ambiguous
 * step. Left alone it would be counted as unknown, belong to no category and be missing from the rate of passed scenarios, so that a
 * red run could show 100 %.
 *
 * <p>Found by Allure through {@code META-INF/services}; nobody else has a use for it.
 */
public final class UndecidedScenarios implements TestLifecycleListener {

    @Override
    public void beforeTestWrite(TestResult scenario) {
        if (scenario.getStatus() != null) {
            return;
        }
        scenario.setStatus(Status.BROKEN);
        StatusDetails details = scenario.getStatusDetails() == null ? new StatusDetails() : scenario.getStatusDetails();
        scenario.setStatusDetails(details);
        StepResult step = scenario.getSteps().stream()
                .filter(one -> one.getStatus() == null)
                .findFirst()
                .orElse(null);
        if (step != null) {
            step.setStatus(Status.BROKEN);
        }
        if (details.getMessage() == null) {
            details.setMessage(
                    step == null ? "no status was reported" : "undefined or ambiguous step: " + step.getName());
        }
    }
}
