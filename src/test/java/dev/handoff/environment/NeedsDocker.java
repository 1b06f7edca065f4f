package dev.handoff.environment;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A test that runs where a Docker engine answers, and is skipped elsewhere. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsDocker.Engine.class)
public @interface NeedsDocker {

    /** Asks for an engine. */
    final class Engine implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            try {
                Docker.reach();
                return ConditionEvaluationResult.enabled("a Docker engine answers");
            } catch (EnvironmentFailed absent) {
                return ConditionEvaluationResult.disabled("not tested without Docker. " + absent.getMessage());
            }
        }
    }
}
