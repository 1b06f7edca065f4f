package dev.handoff.steps;

import dev.handoff.expectation.Source;
import dev.handoff.vocabulary.SystemSpec;
import dev.handoff.vocabulary.Template;
import io.cucumber.cucumberexpressions.CucumberExpressionException;
import io.cucumber.datatable.DataTable;
import io.cucumber.datatable.DataTableTypeRegistry;
import io.cucumber.datatable.DataTableTypeRegistryTableConverter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a scenario before it runs: every step of Handoff has been carried out with nothing behind it.
 *
 * @param mistakes a text each
 * @param notHere why this environment cannot run it, a text each
 * @param plans the systems that it makes misbehave
 * @param alone whether no other may run beside it: it is told to by its tag, or misleads a system that all share
 * @param asksForStage whether a step of it asks which stage its workflow is in
 */
record Rehearsed(List<String> mistakes, List<String> notHere, Set<String> plans, boolean alone, boolean asksForStage) {

    private static final String ALONE = "@serial";

    private static final DataTable.TableConverter CONVERTER =
            new DataTableTypeRegistryTableConverter(new DataTableTypeRegistry(Locale.ENGLISH));

    Rehearsed {
        mistakes = List.copyOf(mistakes);
        notHere = List.copyOf(notHere);
        plans = Set.copyOf(plans);
    }

    static Rehearsed of(ScenarioText scenario, StepLibrary library, Words words) {
        Rehearsal rehearsal = new Rehearsal(words.vocabulary());
        World world = new World();
        world.rehearse(rehearsal);
        List<String> mistakes = new ArrayList<>();
        List<String> notHere = new ArrayList<>();
        boolean promises = false;
        for (ScenarioText.Step step : scenario.steps()) {
            Optional<StepLibrary.Found> found = library.find(step.text());
            int before = rehearsal.statements();
            if (found.isPresent()) {
                try {
                    mistake(step, found.get(), world, rehearsal).ifPresent(mistakes::add);
                } catch (NotHere impossible) {
                    notHere.add(at(step.source(), impossible.getMessage()));
                }
            } else if (!step.outcome()) {
                rehearsal.somethingElse();
            }
            promises |= found.isEmpty() ? step.outcome() : rehearsal.statements() > before;
        }
        if (!promises && mistakes.isEmpty() && notHere.isEmpty()) {
            mistakes.add(at(
                    scenario.source(),
                    "the scenario \"" + scenario.name() + "\" states nothing that could fail: add a Then"));
        }
        boolean alone = scenario.tags().contains(ALONE)
                || rehearsal.disturbsAll()
                || rehearsal.planned().stream().anyMatch(system -> isShared(system, words));
        return new Rehearsed(mistakes, notHere, rehearsal.planned(), alone, rehearsal.asksForStage());
    }

    private static boolean isShared(String system, Words words) {
        return words.vocabulary().systems().get(system) instanceof SystemSpec.Http http && http.shared();
    }

    private static Optional<String> mistake(
            ScenarioText.Step step, StepLibrary.Found found, World world, Rehearsal rehearsal) {
        if (step.block()) {
            return Optional.of(at(step.source(), "this sentence takes no text below it"));
        }
        if (found.takesTable() != (step.table() != null)) {
            String text = found.takesTable()
                    ? "this sentence takes a table, and there is none below it"
                    : "this sentence takes no table; one that does ends with a colon";
            return Optional.of(at(step.source(), text));
        }
        CurrentStep.rehearsing(step.source());
        try {
            found.execute(world, table(step, rehearsal));
            return Optional.empty();
        } catch (Undecided | ExpectationViolated mistake) {
            return Optional.of(at(step.source(), mistake.getMessage()));
        } catch (CucumberExpressionException unreadable) {
            Throwable cause = unreadable.getCause() == null ? unreadable : unreadable.getCause();
            return Optional.of(at(step.source(), cause.getMessage()));
        }
    }

    /** With a text in place of what only the scenario will know. */
    private static DataTable table(ScenarioText.Step step, Rehearsal rehearsal) {
        if (step.table() == null) {
            return null;
        }
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row : step.table()) {
            rows.add(row.stream().map(cell -> known(cell, rehearsal)).toList());
        }
        return DataTable.create(rows, CONVERTER);
    }

    private static String known(String cell, Rehearsal rehearsal) {
        Template template = Template.of(cell);
        boolean later =
                !template.references().isEmpty() && template.required().stream().allMatch(rehearsal::mayKnow);
        return later ? "known when it runs" : cell;
    }

    static String at(Source source, String text) {
        return text + "\n  --> " + source.feature() + ":" + source.line() + "\n" + source.line() + " | "
                + source.text();
    }
}
