package dev.handoff.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyFilesTest {

    private static final Map<String, String> NONE = Map.of();

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(temporary.resolve("handoff"));
    }

    @Test
    void the_files_of_a_folder_are_merged_in_the_order_of_their_names() throws IOException {
        write("b.yaml", "systems: { crm: { type: mail } }\ndefaults: { quiet: 2s }");
        write("a.yml", "application: { url: http://localhost }\nsystems: { mail: { type: mail } }");
        write("c.yaml", "systems: { post: { type: mail } }\ndefaults: { within: 3s }");
        write("notes.txt", "no: yaml");
        Vocabulary merged = VocabularyReader.read(folder, NONE);
        assertThat(merged.systems().keySet()).containsExactly("mail", "crm", "post");
        assertThat(merged.defaults().quiet()).hasSeconds(2);
        assertThat(merged.defaults().within()).hasSeconds(3);
    }

    @Test
    void a_word_may_be_used_in_a_file_before_the_one_that_defines_it() throws IOException {
        write("a.yaml", "application: { url: http://localhost }\nworkflows: { w: { promises: { note: 1 } } }");
        write("b.yaml", "systems: { mail: { type: mail, records: { note: {} } } }");
        assertThat(VocabularyReader.read(folder, NONE).recorderOf("note")).isPresent();
    }

    @Test
    void a_word_defined_in_two_files_names_both_places() throws IOException {
        Path a = write(
                "a.yaml", "application: { url: http://localhost }\nactions:\n  \"it happens\": { http: POST /x }");
        Path b = write(
                "b.yaml", "application: { url: http://127.0.0.1 }\nactions:\n  \"it happens\": { http: POST /y }");
        assertThat(mistakes(folder, NONE))
                .containsExactly(
                        b + ":1:16: \"url\" is defined twice; first at " + a + ":1:16",
                        b + ":3:3: \"it happens\" is defined twice; first at " + a + ":3:3");
    }

    @Test
    void a_file_may_add_to_a_system_that_another_defines() throws IOException {
        write("a-refunds.yaml", "systems: { post: { records: { receipt: { subject: \"Your refund *\" } } } }");
        write(
                "b-systems.yaml",
                "application: { url: http://localhost }\n"
                        + "systems: { post: { type: mail, records: { welcome: { subject: \"Welcome *\" } } },"
                        + " crm: { type: http, endpoints: [{ on: POST /leads, records: lead }] } }");
        write("c-orders.yaml", "systems: { crm: { endpoints: [{ on: POST /deals, records: deal }] } }");
        Vocabulary merged = VocabularyReader.read(folder, NONE);
        assertThat(merged.systems()).containsOnlyKeys("post", "crm");
        for (String effect : List.of("receipt", "welcome", "lead", "deal")) {
            assertThat(merged.recorderOf(effect)).as(effect).isPresent();
        }
    }

    @Test
    void a_word_added_twice_to_a_system_names_both_places() throws IOException {
        Path a = write(
                "a.yaml",
                "application: { url: http://localhost }\nsystems: { post: { type: mail, records: { note: {} } } }");
        Path b = write("b.yaml", "systems: { post: { records: { note: {} } } }");
        assertThat(mistakes(folder, NONE))
                .containsExactly(b + ":1:31: \"note\" is defined twice; first at " + a + ":2:43");
    }

    @Test
    void what_cannot_be_added_to_a_system_is_named_with_where_the_system_is_defined() throws IOException {
        Path a = write("a.yaml", "systems: { post: { recrods: { note: {} }, port: 25 } }");
        Path b = write(
                "b.yaml",
                "application: { url: http://localhost }\nsystems: { post: { type: mail } }\n"
                        + "workflows: { w: { promises: { note: 1 } } }");
        assertThat(mistakes(folder, NONE))
                .containsExactly(
                        a + ":1:20: unknown key \"recrods\" in what is added to system post, which is defined at " + b
                                + ":2:12; did you mean \"records\"? Known: endpoints, records, consumers",
                        a + ":1:43: unknown key \"port\" in what is added to system post, which is defined at " + b
                                + ":2:12. Known: endpoints, records, consumers");
    }

    @Test
    void a_system_to_which_is_only_added_needs_a_type() throws IOException {
        Path a =
                write("a.yaml", "application: { url: http://localhost }\nsystems: { post: { records: { note: {} } } }");
        assertThat(mistakes(folder, NONE))
                .singleElement()
                .asString()
                .startsWith(a + ":2:")
                .contains("type");
    }

    @Test
    void mistakes_of_all_files_are_named_at_once() throws IOException {
        Path b = write("b.yaml", "defaults: { within: soon }");
        Path a = write("a.yaml", "application: { url: localhost }");
        assertThat(mistakes(folder, NONE))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith(a + ":1:21: url in application"),
                        second -> assertThat(second).startsWith(b + ":1:21: within in defaults"));
    }

    @Test
    void files_that_are_no_yaml_are_named_alone() throws IOException {
        Path a = write("a.yaml", "application: { url: ");
        write("b.yaml", "defaults: { within: soon }");
        Path c = write("c.yaml", "\tx: y");
        assertThat(mistakes(folder, NONE))
                .satisfiesExactly(first -> assertThat(first).startsWith(a + ":1:"), second -> assertThat(second)
                        .isEqualTo(c + ":1:1: a tab; YAML is indented with spaces"));
    }

    @Test
    void several_files_can_be_given_one_by_one() throws IOException {
        Path a = write("one.yaml", "application: { url: http://localhost }");
        Path b = write("two.yaml", "systems: { mail: { type: mail } }");
        assertThat(VocabularyReader.read(List.of(a, b), NONE).systems()).containsOnlyKeys("mail");
    }

    @Test
    void a_missing_file_and_an_empty_folder_are_mistakes() {
        Path missing = folder.resolve("handoff.yaml");
        assertThat(mistakes(missing, NONE))
                .containsExactly(missing
                        + ":1:1: there is no such file; a vocabulary is a file handoff.yaml or a folder handoff/");
        assertThat(mistakes(folder, NONE))
                .containsExactly(folder + ":1:1: this folder holds no file whose name ends with .yaml");
    }

    @Test
    void a_file_must_be_utf8_and_of_a_bounded_size() throws IOException {
        Path latin = Files.write(folder.resolve("latin.yaml"), "application: é".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(mistakes(latin, NONE)).containsExactly(latin + ":1:1: the file is not UTF-8; save it as UTF-8");
        Path huge = write("huge.yaml", "# " + "x".repeat(YamlTree.MOST_CHARACTERS));
        assertThat(mistakes(huge, NONE))
                .containsExactly(huge + ":1:1: the file is longer than 1048576 characters; split it up");
    }

    @Test
    void a_byte_order_mark_neither_counts_nor_hurts() throws IOException {
        Path file = write("bom.yaml", "\uFEFFapplication: { url: localhost }");
        assertThat(mistakes(file, NONE)).singleElement().asString().startsWith(file + ":1:21: url in application");
    }

    @Test
    void an_unprintable_character_is_named_at_its_place() throws IOException {
        Path file = write("bell.yaml", "application:\n  name: \u0007\n");
        assertThat(mistakes(file, NONE)).containsExactly(file + ":2:9: the character U+0007 is not allowed in YAML");
    }

    @Test
    void nothing_but_an_application_is_a_vocabulary_with_the_usual_times() throws IOException {
        Vocabulary smallest =
                VocabularyReader.read(write("handoff.yaml", "application: { url: http://localhost }"), NONE);
        assertThat(smallest.application().name()).isEqualTo("the application");
        assertThat(smallest.defaults()).isEqualTo(Defaults.STANDARD);
        assertThat(smallest.correlation().header()).isEqualTo("X-Correlation-Id");
        assertThat(smallest.correlation().onStray()).isEqualTo(Correlation.OnStray.WARN);
    }

    private Path write(String name, String yaml) throws IOException {
        return Files.writeString(folder.resolve(name), yaml);
    }

    private static List<String> mistakes(Path path, Map<String, String> env) {
        return catchThrowableOfType(VocabularyInvalid.class, () -> VocabularyReader.read(path, env)).problems().stream()
                .map(Problem::toString)
                .toList();
    }
}
