package dev.handoff.report.allure;

import static org.assertj.core.api.Assertions.assertThat;

import io.qameta.allure.listener.TestLifecycleListener;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllureLabelsTest {

    @ParameterizedTest
    @CsvSource({
        "epic=Money, epic, Money",
        "@epic=Money, epic, Money",
        "Epic:Money, epic, Money",
        "feature=Large_refunds, feature, Large refunds",
        "story:Full_refund, story, Full refund",
        "story=Refund_in_3:1, story, Refund in 3:1",
        "story=a=b, story, a=b",
    })
    void aTagBecomesTheLabelOfItsName(String tag, String label, String value) {
        assertThat(labels("tag", tag)).containsExactly(label(label, value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"smoke", "epic", "epic=", "story:_", "epics=Money", "history=long", "layer=api"})
    void anyOtherTagStaysATag(String tag) {
        assertThat(labels("tag", tag)).containsExactly(label("tag", tag));
    }

    @Test
    void aTaggedFeatureAndStoryReplaceThoseOfTheFile() {
        assertThat(labels(
                        "tag", "feature=Refunds",
                        "tag", "story=Full_refund",
                        "feature", "Refunds of every kind",
                        "story", "A refund is paid once",
                        "suite", "Refunds of every kind"))
                .containsExactly(
                        label("feature", "Refunds"),
                        label("story", "Full refund"),
                        label("suite", "Refunds of every kind"));
    }

    @Test
    void whatIsNotTaggedKeepsTheNameFromTheFile() {
        assertThat(labels("tag", "epic=Money", "feature", "Refunds of every kind", "story", "A refund is paid once"))
                .containsExactly(
                        label("epic", "Money"),
                        label("feature", "Refunds of every kind"),
                        label("story", "A refund is paid once"));
    }

    @Test
    void aScenarioMayTellTwoStories() {
        assertThat(labels("tag", "story=One", "tag", "story=Two", "story", "from the file"))
                .containsExactly(label("story", "One"), label("story", "Two"));
    }

    @Test
    void labelsThatAllureUnderstandsItselfAreLeftAlone() {
        assertThat(labels("tag", "epic=Money", "severity", "critical", "owner", "payments-team", "tag", "smoke"))
                .containsExactly(
                        label("epic", "Money"),
                        label("severity", "critical"),
                        label("owner", "payments-team"),
                        label("tag", "smoke"));
    }

    @Test
    void labelsCanBeAddedAfterwards() {
        TestResult scenario = scenario("tag", "epic=Money");
        new AllureLabels().beforeTestSchedule(scenario);
        scenario.getLabels().add(label("layer", "workflow"));
        assertThat(scenario.getLabels()).hasSize(2);
    }

    @Test
    void allureFindsTheListener() {
        assertThat(ServiceLoader.load(TestLifecycleListener.class).stream().map(ServiceLoader.Provider::type))
                .contains(AllureLabels.class);
    }

    private static List<Label> labels(String... namesAndValues) {
        TestResult scenario = scenario(namesAndValues);
        new AllureLabels().beforeTestSchedule(scenario);
        return scenario.getLabels();
    }

    private static TestResult scenario(String... namesAndValues) {
        List<Label> labels = new ArrayList<>();
        Stream.iterate(0, i -> i < namesAndValues.length, i -> i + 2)
                .forEach(i -> labels.add(label(namesAndValues[i], namesAndValues[i + 1])));
        return new TestResult().setLabels(labels);
    }

    private static Label label(String name, String value) {
        return new Label().setName(name).setValue(value);
    }
}
