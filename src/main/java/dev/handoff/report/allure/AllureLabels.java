package dev.handoff.report.allure;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import io.qameta.allure.listener.TestLifecycleListener;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.TestResult;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the tags {@code @epic=…}, {@code @feature=…} and {@code @story=…} of a feature or scenario into the Allure labels of that
 * name. A colon does as well as the equals sign, and underscores become spaces: {@code @story=Full_refund}. A feature or story that
 * is tagged takes the place of the one that Allure derives from the feature file. Tags of other names are left to Allure, which
 * itself understands {@code @severity= @owner= @issue= @tmsLink=}.
 *
 * <p>Found by Allure through {@code META-INF/services}; nobody else has a use for it.
 */
public final class AllureLabels implements TestLifecycleListener {

    private static final Pattern GROUPING = Pattern.compile("(?i)@?(epic|feature|story)[=:](.*[^_\\s].*)");

    /** Acts when a scenario is announced, so that a label set by a step later on is nobody's business here. */
    @Override
    public void beforeTestSchedule(TestResult scenario) {
        Set<Label> tagged = scenario.getLabels().stream()
                .filter(label -> grouping(label).isPresent())
                .collect(toSet());
        if (tagged.isEmpty()) {
            return;
        }
        Set<String> told = tagged.stream()
                .map(tag -> grouping(tag).orElseThrow().getName())
                .collect(toSet());
        scenario.setLabels(scenario.getLabels().stream()
                .filter(label -> !told.contains(label.getName()))
                .map(label -> grouping(label).orElse(label))
                .collect(toCollection(ArrayList::new)));
    }

    private static Optional<Label> grouping(Label label) {
        if (!"tag".equals(label.getName()) || label.getValue() == null) {
            return Optional.empty();
        }
        Matcher tag = GROUPING.matcher(label.getValue());
        return tag.matches()
                ? Optional.of(new Label()
                        .setName(tag.group(1).toLowerCase(Locale.ROOT))
                        .setValue(tag.group(2).replace('_', ' ').strip()))
                : Optional.empty();
    }
}
