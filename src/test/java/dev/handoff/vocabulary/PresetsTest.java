package dev.handoff.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PresetsTest {

    private static final Path DOCUMENTED = Path.of("docs/presets.md");

    @TempDir
    Path folder;

    static List<String> names() {
        return Presets.names();
    }

    /** Every key of a preset has a row in its table, with its value, and every row is one. */
    @ParameterizedTest
    @MethodSource("names")
    void each_key_of_a_preset_is_documented(String preset) throws IOException {
        Matcher section = Pattern.compile("## " + preset + "\n(.*?)(?=\n## |\\z)", Pattern.DOTALL)
                .matcher(Files.readString(DOCUMENTED));
        assertThat(section.find()).isTrue();
        Matcher row = Pattern.compile("(?m)^\\| `([^`]+)` \\| `([^`]+)` \\| \\S.* \\|$")
                .matcher(section.group(1));
        List<String> documented = new ArrayList<>();
        while (row.find()) {
            documented.add(row.group(1) + " = " + row.group(2));
        }
        assertThat(documented).containsExactlyInAnyOrderElementsOf(said(preset));
    }

    private static List<String> said(String preset) {
        List<String> said = new ArrayList<>();
        Optional<Node.Entry> entry = Presets.all().entry(preset);
        collect("", entry.orElseThrow().value(), said);
        return said;
    }

    private static void collect(String path, Node node, List<String> said) {
        boolean isOneValue = path.endsWith("size") || path.endsWith("when");
        if (node instanceof Node.Mapping mapping) {
            mapping.entries().forEach(entry -> {
                String name = entry.key().text();
                if (isOneValue) {
                    said.add(path + " = " + name + ": " + ((Node.Scalar) entry.value()).text());
                } else {
                    collect(path.isEmpty() ? name : path + "." + name, entry.value(), said);
                }
            });
        } else if (node instanceof Node.Sequence sequence) {
            sequence.items().forEach(item -> collect(path, item, said));
        } else {
            said.add(path + " = " + ((Node.Scalar) node).text());
        }
    }

    @Test
    void a_key_of_the_system_goes_before_that_of_the_preset() throws IOException {
        SystemSpec.Poll system = read("""
                preset: stripe
                key: sk_test
                url: http://localhost:1
                every: 3s
                headers: { Stripe-Version: 2025-07-30.basil }
                paging: none
                rate-limit: { rest: 2s }
                records: { refund: { request: GET /v1/refunds } }
                """);
        assertThat(system.url().orElseThrow().source()).isEqualTo("http://localhost:1");
        assertThat(system.every()).hasSeconds(3);
        assertThat(system.headers().keySet()).containsExactlyInAnyOrder("Stripe-Version", "Authorization");
        assertThat(system.records().get("refund").listing().paging()).isEmpty();
        assertThat(system.limit().rest()).hasSeconds(2);
        assertThat(system.limit().pace()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void one_item_instead_of_the_list_of_the_preset_is_one_item() throws IOException {
        PollRecord.Listing listing = read("""
                preset: stripe
                key: sk_test
                item: $
                records: { refund: { request: GET /v1/refunds/re_1 } }
                """).records().get("refund").listing();
        assertThat(listing.single()).isTrue();
        assertThat(listing.items()).isEqualTo("$");
    }

    @Test
    void what_a_preset_needs_is_asked_for_at_the_system() {
        assertThatThrownBy(() -> read("""
                        preset: stripe
                        records: { refund: { request: GET /v1/refunds } }
                        """))
                .isInstanceOf(VocabularyInvalid.class)
                .hasMessageEndingWith(
                        ":3:3: system s lacks the key \"key\"; it is an API key of the account, from the environment");
    }

    @Test
    void an_unknown_preset_is_a_mistake_that_names_the_nearest() {
        assertThatThrownBy(() -> read("preset: strip\n"))
                .isInstanceOf(VocabularyInvalid.class)
                .hasMessageContaining("unknown preset \"strip\" of system s; did you mean \"stripe\"? Known: stripe,"
                        + " hubspot, salesforce, mailpit, mailhog, segment");
    }

    private SystemSpec.Poll read(String system) throws IOException {
        Path file = folder.resolve("handoff.yaml");
        Files.writeString(
                file, "application: { url: http://localhost }\nsystems:\n  s:\n    type: poll\n" + system.indent(4));
        return (SystemSpec.Poll) VocabularyReader.read(file, Map.of()).systems().get("s");
    }
}
