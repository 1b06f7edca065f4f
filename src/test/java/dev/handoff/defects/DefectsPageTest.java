package dev.handoff.defects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code docs/defects.md} is made of the catalogue and of Shop's own list. */
class DefectsPageTest {

    private static final Path PAGE = Path.of("docs/defects.md");
    private static final Path MADE = Path.of("target/golden/defects.md");

    @Test
    void the_committed_page_is_the_one_that_the_catalogue_gives() throws IOException {
        String made = DefectsPage.of(Catalogue.read(), ShopsList.read());
        String committed = Files.exists(PAGE) ? Files.readString(PAGE) : "";
        if (!committed.equals(made)) {
            Files.createDirectories(MADE.getParent());
            Files.writeString(MADE, made);
        }

        assertThat(committed)
                .as(PAGE + " differs; when the new one is right: cp " + MADE + " " + PAGE)
                .isEqualTo(made);
    }

    @Test
    void what_is_written_in_a_sentence_does_not_break_the_table() {
        KnownDefect defect = new KnownDefect(
                "fields-swapped",
                "demo-request",
                "A lead has <name> | source",
                "wrong field: lead",
                Map.of(),
                false,
                "");

        String page =
                DefectsPage.of(List.of(defect), List.of(new ShopsList.Listed("fields-swapped", "demo", "a | for <b>")));

        assertThat(page)
                .contains("## Demo request\n")
                .contains(
                        "| `fields-swapped` | a \\| for &lt;b> | A lead has &lt;name> \\| source | wrong field: lead | – |");
    }
}
