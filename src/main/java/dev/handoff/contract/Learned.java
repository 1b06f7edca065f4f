package dev.handoff.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * A contract proposed from payloads: each of them keeps it. It tells names and kinds of fields and no values, but where a
 * field says of what sort a payload is.
 */
public final class Learned {

    private static final ObjectMapper PRETTY = new ObjectMapper();

    private final Shape shape;
    private int payloads;

    /** @param values what is no name of a field wherever it stands: keys and tracers of the scenarios */
    public Learned(Set<String> values) {
        this.shape = new Shape(Set.copyOf(values));
    }

    /** @param payload as it was recorded, secrets masked; a missing one is taken for null */
    public void add(JsonNode payload) {
        payloads++;
        shape.add(payload.isMissingNode() ? NullNode.getInstance() : payload);
    }

    public int payloads() {
        return payloads;
    }

    /** Whether there is anything that a payload could break. */
    public boolean saysAnything() {
        return payloads > 0 && !shape.hidden();
    }

    Shape shape() {
        return shape;
    }

    /** The proposal, the same for the same payloads in any order. */
    public ObjectNode schema(String effect) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", Contract.DIALECT);
        schema.put("title", effect);
        schema.setAll(Proposal.of(shape));
        return schema;
    }

    /** The same as a file. */
    public String file(String effect) {
        try {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            return PRETTY.writer(new DefaultPrettyPrinter()
                                    .withObjectIndenter(indenter)
                                    .withSeparators(Separators.createDefaultInstance()
                                            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)))
                            .writeValueAsString(schema(effect))
                    + "\n";
        } catch (JsonProcessingException cannotBe) {
            throw new IllegalStateException(cannotBe);
        }
    }
}
