package dev.handoff.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with placeholders: {@code ${name}}, {@code ${name.part}} and {@code ${name:-default}}; {@code $${} stands for
 * {@code ${} itself.
 */
public final class Template {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\$\\{|\\$\\{([^}:]*)(?::-([^}]*))?}");

    private final String source;

    private Template(String source) {
        this.source = source;
    }

    public static Template of(String source) {
        return new Template(source);
    }

    /** As written. */
    public String source() {
        return source;
    }

    /** The names of its placeholders that have no default, in order. */
    public Set<String> required() {
        Set<String> names = new TreeSet<>();
        for (Reference reference : references()) {
            if (reference.fallback().isEmpty()) {
                names.add(reference.name());
            }
        }
        return names;
    }

    /** Its placeholders, in order. */
    public List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(source);
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                references.add(reference(matcher));
            }
        }
        return references;
    }

    /**
     * The text with every placeholder replaced.
     *
     * @throws UnknownValue if a name has neither a value nor a default
     */
    public String text(Function<String, Optional<Object>> values) {
        Matcher matcher = PLACEHOLDER.matcher(source);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            String replacement = matcher.group(1) == null ? "${" : String.valueOf(value(reference(matcher), values));
            matcher.appendReplacement(text, Matcher.quoteReplacement(replacement));
        }
        return matcher.appendTail(text).toString();
    }

    /**
     * The value itself when the whole text is one placeholder, so that a number stays a number; the text otherwise.
     *
     * @throws UnknownValue if a name has neither a value nor a default
     */
    public Object value(Function<String, Optional<Object>> values) {
        Matcher matcher = PLACEHOLDER.matcher(source);
        return matcher.matches() && matcher.group(1) != null ? value(reference(matcher), values) : text(values);
    }

    private static Reference reference(Matcher matcher) {
        return new Reference(matcher.group(1).strip(), Optional.ofNullable(matcher.group(2)));
    }

    private static Object value(Reference reference, Function<String, Optional<Object>> values) {
        return values.apply(reference.name())
                .or(() -> reference.fallback().map(Object.class::cast))
                .orElseThrow(() -> new UnknownValue(reference.name()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Template template && template.source.equals(source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    @Override
    public String toString() {
        return source;
    }

    /** A placeholder's name, and what stands for it when it has no value. */
    public record Reference(String name, Optional<String> fallback) {}

    /** Thrown when a placeholder has no value. */
    public static final class UnknownValue extends RuntimeException {
        private final String name;

        UnknownValue(String name) {
            super("${" + name + "} has no value here", null, false, false);
            this.name = name;
        }

        public String name() {
            return name;
        }
    }
}
