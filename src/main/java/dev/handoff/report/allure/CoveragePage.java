package dev.handoff.report.allure;

import dev.handoff.report.coverage.Aspect;
import dev.handoff.report.coverage.Coverage;
import dev.handoff.report.coverage.CoverageText;
import dev.handoff.report.coverage.Handoff;
import dev.handoff.report.coverage.IntegrationPoint;
import dev.handoff.report.coverage.PointsOfFeature;
import dev.handoff.report.html.Html;
import java.util.ArrayList;
import java.util.List;

/** What the scenarios of a run speak of, as a page of its own among the results. It is skipped, neither good nor bad. */
public final class CoveragePage {

    private static final String NAME = "Integration points and handoffs";
    private static final String CELL =
            "padding:6px 8px;border-top:1px solid #e0e0e0;text-align:left;vertical-align:top";
    private static final int NAMED = 3;

    private CoveragePage() {}

    /** Adds the page. */
    public static void write(Coverage coverage) {
        RunPage page = new RunPage("dev.handoff.coverage", NAME);
        page.attach(NAME, CoverageText.whole(coverage));
        page.write(CoverageText.summary(coverage), html(coverage));
    }

    static String html(Coverage coverage) {
        StringBuilder html = new StringBuilder();
        String reservation = CoverageText.reservation(coverage);
        if (!reservation.isEmpty()) {
            html.append("<p style=\"font-size:13px\">")
                    .append(Html.escape(reservation))
                    .append("</p>");
        }
        points(coverage, html);
        handoffs(coverage, html);
        return html.toString();
    }

    private static void points(Coverage coverage, StringBuilder html) {
        List<String> titles = new ArrayList<>(List.of("Feature"));
        for (IntegrationPoint point : IntegrationPoint.values()) {
            titles.add(point.words() + " (" + point.tag() + ")");
        }
        titles.add("without a point");
        begin("Scenarios by integration point", titles, html);
        for (PointsOfFeature feature : coverage.points()) {
            List<String> cells = new ArrayList<>(List.of(feature.feature()));
            for (IntegrationPoint point : IntegrationPoint.values()) {
                cells.add(feature.words(point));
            }
            cells.add(feature.untagged());
            row(cells, html);
        }
        html.append("</table>");
    }

    private static void handoffs(Coverage coverage, StringBuilder html) {
        List<String> titles = new ArrayList<>(List.of("Handoff"));
        for (Aspect aspect : Aspect.values()) {
            titles.add(aspect.word());
        }
        begin("What is specified of each handoff, and by which scenarios", titles, html);
        for (Handoff handoff : coverage.handoffs()) {
            List<String> cells = new ArrayList<>(
                    List.of(handoff.effect() + (handoff.spokenOf() ? "" : ": no scenario that ran speaks of it")));
            for (Aspect aspect : Aspect.values()) {
                cells.add(scenarios(handoff.specifiedBy(aspect)));
            }
            row(cells, html);
        }
        html.append("</table>");
    }

    private static String scenarios(List<String> names) {
        if (names.isEmpty()) {
            return "none";
        }
        String first = String.join("; ", names.subList(0, Math.min(NAMED, names.size())));
        return names.size() > NAMED ? first + " and " + (names.size() - NAMED) + " more" : first;
    }

    private static void begin(String title, List<String> titles, StringBuilder html) {
        html.append("<p style=\"font-size:13px;margin:12px 0 6px\"><b>")
                .append(title)
                .append("</b></p><table style=\"width:100%;border-collapse:collapse;font-size:13px\">")
                .append("<tr style=\"background:#f2f4f7\">");
        titles.forEach(one -> html.append("<th style=\"")
                .append(CELL)
                .append("\">")
                .append(one)
                .append("</th>"));
        html.append("</tr>");
    }

    private static void row(List<String> cells, StringBuilder html) {
        html.append("<tr>");
        cells.forEach(cell -> html.append("<td style=\"")
                .append(CELL)
                .append("\">")
                .append(Html.escape(cell))
                .append("</td>"));
        html.append("</tr>");
    }
}
