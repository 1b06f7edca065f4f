package dev.handoff.steps;

import static dev.handoff.steps.AsManyAsWaitingAllows.scenariosAtOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many more scenarios than processors run side by side, unless somebody says how many. */
class AsManyAsWaitingAllowsTest {

    @Test
    void by_itself_it_goes_by_the_processors_up_to_a_bound() {
        assertThat(scenariosAtOnce(null, 2)).isEqualTo(32);
        assertThat(scenariosAtOnce(" ", 4)).isEqualTo(64);
        assertThat(scenariosAtOnce(null, 96)).isEqualTo(64);
    }

    @Test
    void a_number_that_is_asked_for_holds() {
        assertThat(scenariosAtOnce("1", 8)).isEqualTo(1);
        assertThat(scenariosAtOnce("200", 8)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-4", "many", "2.5"})
    void anything_else_is_refused(String asked) {
        assertThatThrownBy(() -> scenariosAtOnce(asked, 8))
                .isInstanceOf(CannotStart.class)
                .hasMessage("-Dhandoff.scenarios-at-once is a number from 1 up, not \"" + asked + "\"");
    }

    @Test
    void the_pool_does_not_grow_when_steps_wait() {
        var configuration = new AsManyAsWaitingAllows().createConfiguration(null);

        assertThat(configuration.getMaxPoolSize()).isEqualTo(configuration.getParallelism());
    }
}
