package dev.handoff.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointReaderTest {

    @TempDir
    Path folder;

    @Test
    void a_post_that_records_answers_201_and_anything_else_200() throws IOException {
        assertThat(endpoints("""
                - { on: POST /a, records: thing }
                - { on: POST /b }
                - { on: PUT /c, records: thing }
                - { on: POST /d, records: thing, respond: { status: 409 } }
                """)).extracting(SystemSpec.Endpoint::status).containsExactly(201, 200, 200, 409);
    }

    @Test
    void one_system_may_record_an_effect_at_several_endpoints() throws IOException {
        assertThat(endpoints("- { on: POST /a, records: thing }\n- { on: PUT /a, records: thing }"))
                .flatExtracting(endpoint -> endpoint.records().stream().toList())
                .containsExactly("thing", "thing");
    }

    @Test
    void numbers_and_truth_values_of_an_answer_keep_their_types() throws IOException {
        assertThat(endpoints(
                                "- { on: GET /a, respond: { body: { a: 1, b: 1.50, c: true, d: ~, e: '1', f: 2024-01-01 } } }")
                        .get(0)
                        .body()
                        .orElseThrow())
                .hasToString("{\"a\":1,\"b\":1.50,\"c\":true,\"d\":null,\"e\":\"1\",\"f\":\"2024-01-01\"}");
    }

    private List<SystemSpec.Endpoint> endpoints(String list) throws IOException {
        String yaml = "application: { url: http://localhost }\nsystems:\n  crm:\n    type: http\n    endpoints:\n"
                + list.strip().indent(6);
        Vocabulary read = VocabularyReader.read(Files.writeString(folder.resolve("handoff.yaml"), yaml), Map.of());
        return ((SystemSpec.Http) read.systems().get("crm")).endpoints();
    }
}
