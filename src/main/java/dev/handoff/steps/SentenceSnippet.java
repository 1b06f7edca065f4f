package dev.handoff.steps;

import io.cucumber.core.backend.Snippet;
import java.lang.reflect.Type;
import java.text.MessageFormat;
import java.util.Map;
import java.util.Optional;

/** The lines of the vocabulary for a step that nobody has defined. */
final class SentenceSnippet implements Snippet {

    @Override
    public Optional<String> language() {
        return Optional.of("yaml");
    }

    @Override
    public MessageFormat template() {
        return new MessageFormat("actions:\n  \"{1}\":\n    http: POST /path\n");
    }

    @Override
    public String tableHint() {
        return "";
    }

    @Override
    public String arguments(Map<String, Type> arguments) {
        return "";
    }

    @Override
    public String escapePattern(String pattern) {
        return SuggestedSentence.ofExpression(pattern);
    }
}
