package dev.handoff.report.allure;

import dev.handoff.journal.Captured;
import dev.handoff.journal.Claim;
import dev.handoff.journal.Leftover;
import dev.handoff.recording.Leftovers;
import dev.handoff.report.html.Html;
import dev.handoff.report.text.ScenarioText;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What no scenario was judged by, as a page of its own among the results, neither good nor bad: whether a verdict suffers
 * is said in the verdict.
 */
public final class LeftoverPage {

    private static final String NAME = "Effects that no scenario was judged by";
    private static final String CELL =
            "padding:6px 8px;border-top:1px solid #e0e0e0;text-align:left;vertical-align:top";
    private static final int LONGEST = 240;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private LeftoverPage() {}

    /** Adds the page, unless there is nothing to tell. */
    public static void write(Leftovers leftovers) {
        if (leftovers.isEmpty()) {
            return;
        }
        RunPage page = new RunPage("dev.handoff.leftovers", NAME);
        for (Leftover.Why why : Leftover.Why.values()) {
            leftovers.first(why).stream().map(Leftover::captured).forEach(captured -> attach(captured, page));
        }
        page.write(summary(leftovers), html(leftovers));
    }

    private static void attach(Captured captured, RunPage page) {
        page.attach(
                "#" + captured.index() + " " + captured.label() + " in " + captured.system(),
                ScenarioText.delivery(captured));
    }

    private static String summary(Leftovers leftovers) {
        List<String> parts = new ArrayList<>();
        for (Leftover.Why why : Leftover.Why.values()) {
            if (leftovers.count(why) > 0) {
                parts.add(title(why) + ": " + leftovers.count(why));
            }
        }
        return String.join("\n", parts);
    }

    private static String title(Leftover.Why why) {
        return switch (why) {
            case FITS_NONE -> "Effects that belong to no scenario";
            case FITS_SEVERAL -> "Effects that fit several scenarios, and so belong to none";
            case CAME_AFTER_THE_END -> "Effects that came after their scenario had ended";
            case OF_ANOTHER_RUN -> "Effects of other runs";
        };
    }

    static String html(Leftovers leftovers) {
        StringBuilder html = new StringBuilder();
        for (Leftover.Why why : Leftover.Why.values()) {
            if (leftovers.count(why) > 0) {
                table(why, leftovers, html);
            }
        }
        return html.toString();
    }

    private static void table(Leftover.Why why, Leftovers leftovers, StringBuilder html) {
        if (leftovers.first(why).isEmpty()) {
            return;
        }
        html.append("<p style=\"font-size:13px;margin:12px 0 6px\"><b>")
                .append(Html.escape(title(why)))
                .append("</b></p><table style=\"width:100%;border-collapse:collapse;font-size:13px\">")
                .append("<tr style=\"background:#f2f4f7\">");
        List<String> titles = why == Leftover.Why.FITS_NONE
                ? List.of("Effect", "System", "Time (UTC)", "Payload")
                : List.of("Effect", "System", "Time (UTC)", "Payload", "Scenarios");
        titles.forEach(title -> html.append("<th style=\"")
                .append(CELL)
                .append("\">")
                .append(title)
                .append("</th>"));
        html.append("</tr>");
        leftovers.first(why).forEach(leftover -> row(leftover, html));
        html.append("</table>");
        int more = leftovers.count(why) - leftovers.first(why).size();
        if (more > 0) {
            html.append("<p style=\"font-size:13px\">and ")
                    .append(more)
                    .append(" more, see strays.txt in the run folder</p>");
        }
    }

    private static void row(Leftover leftover, StringBuilder html) {
        Captured captured = leftover.captured();
        html.append("<tr>");
        cell(List.of("#" + captured.index() + " " + captured.label()), html);
        cell(List.of(captured.system()), html);
        cell(List.of(TIME.format(captured.at())), html);
        cell(List.of(captured.summary(), brief(captured)), html);
        if (leftover.why() != Leftover.Why.FITS_NONE) {
            List<String> scenarios = new ArrayList<>();
            for (int i = 0; i < leftover.scenarios().size(); i++) {
                Claim claim = leftover.claims().get(i);
                scenarios.add("\"" + leftover.scenarios().get(i) + "\" " + claim);
            }
            cell(scenarios, html);
        }
        html.append("</tr>");
    }

    private static String brief(Captured captured) {
        String line = captured.content().text().strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    private static void cell(List<String> lines, StringBuilder html) {
        html.append("<td style=\"").append(CELL).append("\">");
        html.append(String.join(
                "<br>",
                lines.stream().filter(line -> !line.isEmpty()).map(Html::escape).toList()));
        html.append("</td>");
    }
}
