package dev.handoff.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import dev.handoff.journal.Breach;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the payloads of an effect must be like: a JSON Schema of draft 2020-12, in which {@code format} counts. It holds
 * all that it needs; nothing is ever fetched.
 */
public final class Contract {

    /** The dialect. */
    public static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private static final Set<String> SAYS_NOTHING =
            Set.of("$schema", "$id", "$comment", "$defs", "title", "description", "examples", "default", "deprecated");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Schema META = registry().getSchema(SchemaLocation.of(DIALECT));

    private final JsonNode tree;
    private final Schema schema;

    private Contract(JsonNode tree, Schema schema) {
        this.tree = tree;
        this.schema = schema;
    }

    private static SchemaRegistry registry() {
        Dialect dialect = Dialect.builder(Dialects.getDraft202012())
                .format(Mailbox.ascii())
                .format(Mailbox.international())
                .build();
        return SchemaRegistry.withDefaultDialect(
                dialect,
                builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                        .formatAssertionsEnabled(true)
                        .locale(Locale.ENGLISH)
                        .build()));
    }

    /**
     * Reads a schema.
     *
     * @throws NotASchema with the reason, when no payload could be judged by it
     */
    public static Contract of(String json) throws NotASchema {
        JsonNode tree = parsed(json);
        requireMeaning(tree);
        for (Error error : META.validate(tree)) {
            throw new NotASchema(Breaches.pointer(error.getInstanceLocation()) + " is "
                    + Found.in(error.getInstanceNode()) + "; JSON Schema allows "
                    + Rule.words(error));
        }
        try {
            Schema schema = registry().getSchema(tree);
            schema.initializeValidators();
            schema.validate(NullNode.getInstance());
            return new Contract(tree, schema);
        } catch (SchemaException broken) {
            throw new NotASchema(broken.getMessage().lines().findFirst().orElse("it cannot be read"));
        }
    }

    private static JsonNode parsed(String json) throws NotASchema {
        try {
            JsonNode tree = JSON.readTree(json);
            if (tree.isMissingNode()) {
                throw new NotASchema("it is empty");
            }
            return tree;
        } catch (JsonProcessingException notJson) {
            String place = notJson.getLocation() == null
                    ? ""
                    : " in line " + notJson.getLocation().getLineNr() + ", column "
                            + notJson.getLocation().getColumnNr();
            throw new NotASchema("it is no JSON" + place + ": "
                    + notJson.getOriginalMessage().lines().findFirst().orElse(""));
        }
    }

    private static void requireMeaning(JsonNode tree) throws NotASchema {
        if (!tree.isObject()) {
            throw new NotASchema("it is " + Found.in(tree) + "; a contract is an object, as in {\"type\": \"object\"}");
        }
        String dialect = tree.path("$schema").asText(DIALECT);
        if (!dialect.replaceFirst("#$", "").equals(DIALECT)) {
            throw new NotASchema("its $schema is " + dialect + "; only " + DIALECT + " is known");
        }
        if (tree.properties().stream().allMatch(field -> SAYS_NOTHING.contains(field.getKey()))) {
            throw new NotASchema("it says nothing that a payload could break");
        }
        for (JsonNode reference : tree.findValues("$ref")) {
            if (reference.isTextual() && !reference.asText().startsWith("#")) {
                throw new NotASchema(
                        "it refers to " + reference.asText()
                                + "; a contract holds all that it needs, so put that under $defs and refer to it with #/$defs/");
            }
        }
    }

    /** The schema itself. */
    public JsonNode schema() {
        return tree;
    }

    /**
     * Where a payload breaks the contract, in the order of the schema; empty when it keeps it.
     *
     * @param payload a missing one is taken for null
     */
    public List<Breach> breaches(JsonNode payload) {
        JsonNode value = payload.isMissingNode() ? NullNode.getInstance() : payload;
        return new Breaches(tree, schema.validate(value)).list();
    }
}
