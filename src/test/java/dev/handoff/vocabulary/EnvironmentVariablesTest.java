package dev.handoff.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentVariablesTest {

    @TempDir
    Path folder;

    @Test
    void a_variable_is_replaced_wherever_a_value_stands() throws IOException {
        Vocabulary read =
                read("""
                application: { url: "${URL}/${BASE}" }
                defaults: { within: "${WITHIN}" }
                systems:
                  crm: { type: http, port: "${PORT}", endpoints: [{ on: "GET ${BASE}", respond: { status: "${STATUS}" } }] }
                actions:
                  "it happens": { http: POST /x, body: { "${URL}": ["${BASE} ${unique.email}"] } }
                """, Map.of("URL", "http://x", "BASE", "/b", "WITHIN", "3s", "PORT", "81", "STATUS", "204"));
        assertThat(read.application().url()).isEqualTo(Template.of("http://x//b"));
        assertThat(read.defaults().within()).hasSeconds(3);
        SystemSpec.Http crm = (SystemSpec.Http) read.systems().get("crm");
        assertThat(crm.port()).contains(Template.of("81"));
        assertThat(crm.endpoints().get(0).path()).isEqualTo("/b");
        assertThat(crm.endpoints().get(0).status()).isEqualTo(204);
        assertThat(read.actions().get(0).requests().get(0).body().orElseThrow())
                .hasToString("{\"${URL}\":[\"/b ${unique.email}\"]}");
    }

    @Test
    void the_default_stands_for_a_variable_that_is_unset_or_empty() throws IOException {
        String yaml = "application: { url: \"${SHOP_URL:-http://localhost}\" }";
        assertThat(url(yaml, Map.of())).isEqualTo("http://localhost");
        assertThat(url(yaml, Map.of("SHOP_URL", ""))).isEqualTo("http://localhost");
        assertThat(url(yaml, Map.of("SHOP_URL", "http://shop"))).isEqualTo("http://shop");
    }

    @Test
    void a_default_may_hold_another_placeholder() throws IOException {
        String yaml = "application: { url: \"${SHOP_URL:-http://${SHOP_HOST:-localhost}:${application.port}}/v1\" }";
        assertThat(url(yaml, Map.of())).isEqualTo("http://localhost:${application.port}/v1");
        assertThat(url(yaml, Map.of("SHOP_HOST", "shop"))).isEqualTo("http://shop:${application.port}/v1");
        assertThat(url(yaml, Map.of("SHOP_URL", "http://x"))).isEqualTo("http://x/v1");
    }

    @Test
    void what_a_variable_holds_is_no_placeholder() throws IOException {
        String yaml = "application: { url: http://x, name: \"${NAME}\", start: { main: A, args: \"${NAME}\" } }";
        Application read = read(yaml, Map.of("NAME", "a ${b} $c")).application();
        assertThat(read.name()).isEqualTo("a ${b} $c");
        assertThat(read.start().orElseThrow().args().text(name -> Optional.empty()))
                .isEqualTo("a ${b} $c");
    }

    @Test
    void an_escaped_variable_stays_text() throws IOException {
        assertThat(read("application: { url: http://x, name: \"$${HOME}\" }", Map.of("HOME", "/root"))
                        .application()
                        .name())
                .isEqualTo("${HOME}");
    }

    @Test
    void an_unset_variable_is_the_only_mistake_about_its_value() {
        VocabularyInvalid invalid = catchThrowableOfType(
                VocabularyInvalid.class,
                () -> read("application: { url: http://x }\ndefaults: { within: \"${WITHIN}\" }", Map.of()));
        assertThat(invalid.problems())
                .extracting(Problem::text)
                .containsExactly("environment variable WITHIN is not set; set it or write ${WITHIN:-default}");
    }

    private String url(String yaml, Map<String, String> env) throws IOException {
        return read(yaml, env).application().url().source();
    }

    private Vocabulary read(String yaml, Map<String, String> env) throws IOException {
        return VocabularyReader.read(Files.writeString(folder.resolve("handoff.yaml"), yaml), env);
    }
}
