package dev.handoff.defects;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The catalogue as a page to be read. */
final class DefectsPage {

    private static final String HEAD = """
            # Defects

            Started with `--defect NAME`, once or several times, [Shop](shop.md) breaks a handoff the way real changes do. `mvn test` runs the features under each of these and checks that exactly the scenarios that must turn red do, each with its finding.

            ```
            SHOP_ARGS="--defect %s" mvn verify -DskipUnitTests
            ```

            %d defects of %d workflows. This page is made of what Shop says of its defects and of [the catalogue](../src/test/resources/defects) of what must catch them; [how to add one](../CONTRIBUTING.md#a-new-defect).
            """;

    private DefectsPage() {}

    static String of(List<KnownDefect> catalogue, List<ShopsList.Listed> listed) {
        Map<String, String> changes =
                listed.stream().collect(Collectors.toMap(ShopsList.Listed::name, ShopsList.Listed::change));
        List<String> workflows =
                catalogue.stream().map(KnownDefect::workflow).distinct().toList();
        StringBuilder page =
                new StringBuilder(HEAD.formatted(catalogue.get(0).name(), catalogue.size(), workflows.size()));
        for (String workflow : workflows) {
            page.append("\n## ").append(title(workflow)).append("\n\n");
            page.append(
                    "| defect | what changes | caught by | found as | also red |\n| --- | --- | --- | --- | --- |\n");
            catalogue.stream()
                    .filter(defect -> defect.workflow().equals(workflow))
                    .forEach(defect -> page.append(row(defect, changes.getOrDefault(defect.name(), ""))));
        }
        return page.toString();
    }

    private static String row(KnownDefect defect, String change) {
        String found =
                defect.foundAs() + (defect.whyInconclusive().isEmpty() ? "" : " (" + defect.whyInconclusive() + ")");
        String more = defect.alsoRed().isEmpty()
                ? "–"
                : String.valueOf(defect.alsoRed().size());
        return "| `%s` | %s | %s | %s | %s |%n"
                .formatted(defect.name(), cell(change), cell(defect.caughtBy()), cell(found), more)
                .replace("\r\n", "\n");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }

    private static String title(String workflow) {
        String words = workflow.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
