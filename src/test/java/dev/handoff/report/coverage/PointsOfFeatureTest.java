package dev.handoff.report.coverage;

import static dev.handoff.expectation.Outcome.INCONCLUSIVE;
import static dev.handoff.expectation.Outcome.MET;
import static dev.handoff.expectation.Outcome.VIOLATED;
import static dev.handoff.report.coverage.IntegrationPoint.AUTH;
import static dev.handoff.report.coverage.IntegrationPoint.DATA;
import static dev.handoff.report.coverage.IntegrationPoint.ERRORS;
import static dev.handoff.report.coverage.IntegrationPoint.STATE;
import static dev.handoff.report.coverage.Scenarios.ran;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PointsOfFeatureTest {

    @Test
    void each_feature_tells_how_its_scenarios_of_a_point_came_out() {
        List<PointsOfFeature> points = PointsOfFeature.of(List.of(
                ran("Refunds", MET, DATA),
                ran("Refunds", VIOLATED, DATA, ERRORS),
                ran("Signup", MET, STATE),
                ran("Refunds", INCONCLUSIVE, DATA),
                ran("Refunds", MET, DATA),
                ran("Refunds", INCONCLUSIVE)));

        assertThat(points).extracting(PointsOfFeature::feature).containsExactly("Refunds", "Signup");
        PointsOfFeature refunds = points.get(0);
        assertThat(refunds.words(DATA)).isEqualTo("4: 2 met, 1 violated, 1 inconclusive");
        assertThat(refunds.words(ERRORS)).isEqualTo("1 violated");
        assertThat(refunds.words(AUTH)).isEqualTo("none");
        assertThat(refunds.words(STATE)).isEqualTo("none");
        assertThat(refunds.untagged()).isEqualTo("1 inconclusive");
        assertThat(points.get(1).untagged()).isEqualTo("none");
    }

    @Test
    void a_tag_names_its_point_as_it_is_written() {
        assertThat(IntegrationPoint.tags()).containsExactly("@data", "@auth", "@errors", "@state", "@recovery");
        assertThat(IntegrationPoint.of("@auth")).contains(AUTH);
        assertThat(IntegrationPoint.of("@Auth")).isEmpty();
        assertThat(IntegrationPoint.of("@recovry")).isEmpty();
    }
}
