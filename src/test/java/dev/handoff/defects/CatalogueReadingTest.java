package dev.handoff.defects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueReadingTest {

    @TempDir
    private Path folder;

    @Test
    void a_defect_is_said_in_a_few_lines() throws IOException {
        write("refund", """
                sent-twice:
                  caught by: Nothing happens twice
                  found as: "duplicate effect: provider refund"
                  also red:
                    - All is well
                    - Books are closed: "out of order: ledger entry"
                  alone: true
                """);

        assertThat(Catalogue.read(folder))
                .containsExactly(new KnownDefect(
                        "sent-twice",
                        "refund",
                        "Nothing happens twice",
                        "duplicate effect: provider refund",
                        Map.of(
                                "All is well", "duplicate effect: provider refund",
                                "Books are closed", "out of order: ledger entry"),
                        true,
                        ""));
    }

    @Test
    void files_are_read_by_name_and_defects_in_their_order() throws IOException {
        String defect = "%s:\n  caught by: x\n  found as: \"too late: y\"\n";
        write("b", defect.formatted("zebra") + defect.formatted("ant"));
        write("a", defect.formatted("cat"));

        assertThat(Catalogue.read(folder)).extracting(KnownDefect::name).containsExactly("cat", "zebra", "ant");
    }

    @Test
    void a_scenario_that_an_impossible_action_ends_has_no_finding_and_catches_nothing() throws IOException {
        write("a", """
                link-elsewhere:
                  caught by: x
                  found as: "wrong field: mail, links"
                  also red:
                    - y: cannot go on
                """);
        assertThat(Catalogue.read(folder).get(0).alsoRed()).containsExactly(Map.entry("y", "cannot go on"));

        write("a", "link-elsewhere:\n  caught by: x\n  found as: cannot go on\n");
        assertThatThrownBy(() -> Catalogue.read(folder))
                .hasMessageContaining("\"cannot go on\" is no kind of finding and its subject");
    }

    @Test
    void what_is_found_inconclusive_has_to_say_why() throws IOException {
        write("a", "blind:\n  caught by: x\n  found as: \"inconclusive: mail\"\n");
        write(
                "b",
                "dark:\n  caught by: x\n  found as: \"inconclusive: mail\"\n  why inconclusive: nobody can see it\n");

        assertThatThrownBy(() -> Catalogue.read(folder))
                .hasMessage(
                        "a.yaml, blind: \"inconclusive: mail\" tells nobody what broke; find it by a sharper kind, or"
                                + " give a \"why inconclusive\"");
    }

    @Test
    void all_mistakes_are_told_at_once() throws IOException {
        write("a", """
                first:
                  caught by: x
                  found as: "missing efect: mail"
                  alsored: [y]
                second:
                  found as: "missing effect: mail"
                  also red: x
                third:
                  caught by: x
                  found as: "missing effect: mail"
                  also red: [x]
                  why inconclusive: it is not
                """);
        write(
                "b",
                "third:\n  caught by: x\n  found as: \"too late: y\"\nfourth:\n  caught by: x\n  found as: missing\n");
        write("c", "one:\n  caught by: x\n  found as: too late: mail\n");

        assertThatThrownBy(() -> Catalogue.read(folder))
                .hasMessageContaining("a.yaml, first: unknown key \"alsored\"; did you mean \"also red\"?")
                .hasMessageContaining("a.yaml, first: \"missing efect: mail\" is no kind of finding and its subject;"
                        + " did you mean \"missing effect\"?")
                .hasMessageContaining("a.yaml, second: \"caught by\" is missing")
                .hasMessageContaining("a.yaml, second: \"also red\" is a list of different scenarios")
                .hasMessageContaining(
                        "a.yaml, third: it is found as missing effect: mail, so there is nothing to explain")
                .hasMessageContaining("a.yaml, third: \"x\" catches it, and so need not be under \"also red\"")
                .hasMessageContaining("b.yaml, fourth: \"missing\" is no kind of finding and its subject")
                .hasMessageContaining(
                        "c.yaml:3: mapping values are not allowed here (a text with a colon in it stands in"
                                + " quotes)");
    }

    @Test
    void a_name_is_one_defect_of_one_workflow() throws IOException {
        String defect = "lost:\n  caught by: x\n  found as: \"too late: y\"\n";
        write("a", defect);
        write("b", defect);

        assertThatThrownBy(() -> Catalogue.read(folder))
                .hasMessage("b.yaml, lost: a.yaml has a defect of this name, too");
    }

    private void write(String workflow, String yaml) throws IOException {
        Files.writeString(folder.resolve(workflow + ".yaml"), yaml);
    }
}
