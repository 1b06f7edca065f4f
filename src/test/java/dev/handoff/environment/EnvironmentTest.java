package dev.handoff.environment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            contaners | ; did you mean "containers"?
            xyz       | .
            """)
    void an_environment_that_there_is_not_is_told_with_those_that_there_are(String name, String hint) {
        assertThatThrownBy(() -> Environment.start(EnvironmentSettings.of(name), null, null, Path.of("target")))
                .isInstanceOf(EnvironmentFailed.class)
                .hasMessage("there is no environment \"" + name + "\"" + hint + " Known: "
                        + String.join(", ", Environment.KNOWN));
    }
}
