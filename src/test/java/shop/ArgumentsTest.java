package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import shop.defect.Defect;

class ArgumentsTest {

    @Test
    void noArgumentsServeWithoutADefect() throws BadUsage {
        assertThat(Arguments.parse()).isEqualTo(new Arguments(Arguments.Request.SERVE, Set.of()));
    }

    @Test
    void aDefectIsNamedAsItIsListed() throws BadUsage {
        for (Defect defect : Domains.defects()) {
            assertThat(Arguments.parse("--defect", defect.label()).defects()).containsExactly(defect);
        }
    }

    @Test
    void anUnknownDefectIsAnsweredWithTheNearestAndAllKnown() {
        assertThatThrownBy(() -> Arguments.parse("--defect", "recept-never-send"))
                .isInstanceOf(BadUsage.class)
                .hasMessage("unknown defect \"recept-never-send\", did you mean receipt-never-sent? Known: "
                        + Domains.defects().stream().map(Defect::label).collect(Collectors.joining(", ")));
    }

    @Test
    void anUnknownArgumentIsAnsweredWithTheNearestAndAllKnown() {
        assertThatThrownBy(() -> Arguments.parse("--list"))
                .isInstanceOf(BadUsage.class)
                .hasMessageStartingWith("unknown argument \"--list\", did you mean --")
                .hasMessageEndingWith("Known: --defect, --list-defects, --help");
    }

    @Test
    void aDefectWithoutANameIsBadUsage() {
        assertThatThrownBy(() -> Arguments.parse("--defect"))
                .isInstanceOf(BadUsage.class)
                .hasMessageStartingWith("--defect needs a name. Known: refund-sent-twice");
    }
}
