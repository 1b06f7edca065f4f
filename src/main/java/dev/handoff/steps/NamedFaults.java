package dev.handoff.steps;

import dev.handoff.vocabulary.FaultSpec;
import dev.handoff.vocabulary.Nearest;
import dev.handoff.vocabulary.Problem;
import dev.handoff.vocabulary.VocabularyInvalid;
import io.cucumber.cucumberexpressions.CucumberExpressionException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Checks that the misfortunes which a vocabulary names are made of sentences that make a system misbehave. */
final class NamedFaults {

    private final Words words;
    private final StepLibrary library;
    private final List<Problem> problems = new ArrayList<>();

    private NamedFaults(Words words, StepLibrary library) {
        this.words = words;
        this.library = library;
    }

    /**
     * Rehearses each of them.
     *
     * @throws VocabularyInvalid with every mistake and its place
     */
    static void check(Words words, StepLibrary library) {
        NamedFaults faults = new NamedFaults(words, library);
        words.vocabulary().faults().forEach(faults::check);
        if (!faults.problems.isEmpty()) {
            throw new VocabularyInvalid(faults.problems);
        }
    }

    private void check(FaultSpec fault) {
        if (library.own(fault.sentence()).isPresent()) {
            problems.add(new Problem(
                    fault.place(),
                    "\"" + fault.sentence()
                            + "\" is a sentence of Handoff already; Cucumber could not tell them apart"));
        }
        Rehearsal rehearsal = new Rehearsal(words.vocabulary());
        for (FaultSpec.Step step : fault.does()) {
            complaint(step, rehearsal)
                    .ifPresent(text -> problems.add(
                            new Problem(step.place(), text + ", in the fault \"" + fault.sentence() + '"')));
        }
    }

    private Optional<String> complaint(FaultSpec.Step step, Rehearsal rehearsal) {
        Optional<StepLibrary.Found> found = library.own(step.text());
        if (found.isEmpty()) {
            return Optional.of(
                    "\"" + step.text() + "\" is no sentence of Handoff that makes a system misbehave" + nearest(step));
        }
        if (!found.get().plansFault()) {
            return Optional.of("\"" + step.text() + "\" makes no system misbehave");
        }
        World world = new World();
        world.rehearse(rehearsal);
        try {
            found.get().execute(world, null);
            return Optional.empty();
        } catch (NotHere elsewhere) {
            return Optional.empty();
        } catch (Undecided mistake) {
            return Optional.of("\"" + step.text() + "\": " + mistake.getMessage());
        } catch (CucumberExpressionException unreadable) {
            Throwable cause = unreadable.getCause() == null ? unreadable : unreadable.getCause();
            return Optional.of("\"" + step.text() + "\": " + cause.getMessage());
        }
    }

    private String nearest(FaultSpec.Step step) {
        String bare = bare(step.text());
        return library.faultSentences().stream()
                .min(Comparator.comparingInt(sentence -> Nearest.distance(bare, bare(sentence))))
                .filter(sentence -> Nearest.distance(bare, bare(sentence)) * 2 <= bare.length())
                .map(sentence -> "; did you mean \"" + sentence + "\"? Systems: "
                        + String.join(", ", words.vocabulary().systems().keySet()))
                .orElse("; docs/steps.md lists them");
    }

    /** Without what is different each time: systems, numbers, texts. */
    private String bare(String sentence) {
        return sentence.replaceAll("\\{[^}]*}|\"[^\"]*\"", "_")
                .replaceAll(
                        "(?<!\\w)(?:" + Words.anyOf(words.vocabulary().systems().keySet()) + ")(?!\\w)", "_")
                .replaceAll(words.requestsPattern(), "_")
                .replaceAll("\\d+(?:\\.\\d+)?(?: ?(?:ms|s|seconds?|minutes?)\\b)?", "_");
    }
}
