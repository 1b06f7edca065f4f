package dev.handoff.steps;

import dev.handoff.vocabulary.ActionSpec;
import dev.handoff.vocabulary.FaultSpec;
import io.cucumber.core.backend.Backend;
import io.cucumber.core.backend.Container;
import io.cucumber.core.backend.Glue;
import io.cucumber.core.backend.Lookup;
import io.cucumber.core.backend.ParameterTypeDefinition;
import io.cucumber.core.backend.Snippet;
import io.cucumber.cucumberexpressions.ParameterType;
import java.net.URI;
import java.util.List;

/** Turns the vocabulary's sentences into step definitions, and its names into parameter types. */
final class HandoffBackend implements Backend {

    private static final String GLUE = "dev/handoff/steps";

    private final Lookup lookup;
    private final Container container;

    HandoffBackend(Lookup lookup, Container container) {
        this.lookup = lookup;
        this.container = container;
    }

    @Override
    public void loadGlue(Glue glue, List<URI> gluePaths) {
        if (gluePaths.stream().noneMatch(path -> path.toString().contains(GLUE))) {
            return;
        }
        container.addClass(World.class);
        Words words = new Words(Runs.vocabulary());
        for (ParameterType<?> type : ParameterTypes.of(words)) {
            glue.addParameterType(new FromVocabulary(type));
        }
        for (ActionSpec action : words.vocabulary().actions()) {
            glue.addStepDefinition(new ActionSentence(action, lookup));
        }
        for (FaultSpec fault : words.vocabulary().faults()) {
            glue.addStepDefinition(new FaultSentence(fault, lookup));
        }
    }

    @Override
    public void buildWorld() {
        // The container makes the world of each scenario.
    }

    @Override
    public void disposeWorld() {
        // The container forgets it.
    }

    @Override
    public Snippet getSnippet() {
        return new SentenceSnippet();
    }

    /** A parameter type that stands in the vocabulary. */
    private record FromVocabulary(ParameterType<?> parameterType) implements ParameterTypeDefinition {

        @Override
        public boolean isDefinedAt(StackTraceElement element) {
            return false;
        }

        @Override
        public String getLocation() {
            return "the vocabulary";
        }
    }
}
