package dev.handoff.report.allure;

import static org.assertj.core.api.Assertions.assertThat;

import io.qameta.allure.listener.TestLifecycleListener;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UndecidedScenariosTest {

    @Test
    void aScenarioWithAnUndefinedStepIsBrokenAndNamesTheStep() {
        TestResult scenario = new TestResult()
                .setSteps(List.of(
                        new StepResult().setName("When a refund is requested").setStatus(Status.PASSED),
                        new StepResult().setName("Then nobody knows this")));
        new UndecidedScenarios().beforeTestWrite(scenario);
        assertThat(scenario.getStatus()).isEqualTo(Status.BROKEN);
        assertThat(scenario.getSteps().get(1).getStatus()).isEqualTo(Status.BROKEN);
        assertThat(scenario.getStatusDetails().getMessage())
                .isEqualTo("undefined or ambiguous step: Then nobody knows this");
    }

    @Test
    void aMessageThatIsThereAlreadyIsKept() {
        TestResult scenario = new TestResult().setStatusDetails(new StatusDetails().setMessage("two sentences fit: …"));
        new UndecidedScenarios().beforeTestWrite(scenario);
        assertThat(scenario.getStatus()).isEqualTo(Status.BROKEN);
        assertThat(scenario.getStatusDetails().getMessage()).isEqualTo("two sentences fit: …");
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void aStatusThatWasReportedStays(Status status) {
        TestResult scenario = new TestResult().setStatus(status).setSteps(List.of(new StepResult()));
        new UndecidedScenarios().beforeTestWrite(scenario);
        assertThat(scenario.getStatus()).isEqualTo(status);
        assertThat(scenario.getStatusDetails()).isNull();
    }

    @Test
    void allureFindsTheListener() {
        assertThat(ServiceLoader.load(TestLifecycleListener.class).stream().map(ServiceLoader.Provider::type))
                .contains(UndecidedScenarios.class);
    }
}
