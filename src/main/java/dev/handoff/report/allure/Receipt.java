package dev.handoff.report.allure;

import dev.handoff.expectation.Expectation;
import dev.handoff.expectation.Field;
import dev.handoff.expectation.Outcome;
import dev.handoff.expectation.Statement;
import dev.handoff.expectation.Verdict;
import dev.handoff.journal.Snapshot;
import dev.handoff.recording.Judged;
import dev.handoff.report.html.Html;
import dev.handoff.report.text.Proof;
import java.util.ArrayList;
import java.util.List;

/** What a scenario promised, what was observed, and on what evidence: the table on its front page. */
final class Receipt {

    private static final String CELL =
            "padding:6px 8px;border-top:1px solid #e0e0e0;text-align:left;vertical-align:top";

    private static final int MOST_PROOFS = 5;

    private Receipt() {}

    static String html(String correlationId, List<Judged> judged, Snapshot snapshot) {
        Proof proof = new Proof(snapshot);
        StringBuilder html = new StringBuilder();
        html.append("<p style=\"font-size:13px;margin:0 0 6px\">Correlation ID <code>")
                .append(Html.escape(correlationId))
                .append("</code></p>");
        if (judged.isEmpty()) {
            return html.append("<p style=\"font-size:13px\">Nothing was judged.</p>")
                    .toString();
        }
        html.append("<table style=\"width:100%;border-collapse:collapse;font-size:13px\">")
                .append("<tr style=\"background:#f2f4f7\">");
        for (String title : List.of("Promised", "Observed", "Evidence", "Verdict")) {
            html.append("<th style=\"").append(CELL).append("\">").append(title).append("</th>");
        }
        html.append("</tr>");
        judged.forEach(one -> row(one, proof, html));
        return html.append("</table>").toString();
    }

    private static void row(Judged judged, Proof proof, StringBuilder html) {
        Verdict verdict = judged.verdict();
        html.append("<tr>");
        promise(judged.expectation(), html);
        cell(verdict.observed(), html);
        evidence(verdict, proof, html);
        html.append("<td style=\"")
                .append(CELL)
                .append("\"><span style=\"color:#fff;border-radius:3px;padding:1px 6px;background:")
                .append(colour(verdict.outcome()))
                .append("\">")
                .append(verdict.outcome())
                .append("</span></td></tr>");
    }

    private static void promise(Expectation expectation, StringBuilder html) {
        html.append("<td style=\"").append(CELL).append("\">").append(Html.escape(promised(expectation)));
        fields(expectation.statement()).forEach(field -> html.append("<br><span style=\"color:#5f6368\">")
                .append(Html.escape(field.path() + " = " + field.cell()))
                .append("</span>"));
        html.append("</td>");
    }

    private static String promised(Expectation expectation) {
        return expectation.statement() instanceof Statement.ContractsKept
                ? "every payload keeps its contract"
                : expectation.source().text();
    }

    private static List<Field> fields(Statement statement) {
        if (statement instanceof Statement.Counts counts) {
            return counts.counts().isEmpty()
                    ? List.of()
                    : counts.counts().get(0).fields();
        }
        return statement instanceof Statement.ResponseHas has ? has.fields() : List.of();
    }

    /** What the verdict rests on, and below it by what each delivery that decided it is the scenario's own. */
    private static void evidence(Verdict verdict, Proof proof, StringBuilder html) {
        html.append("<td style=\"").append(CELL).append("\">").append(Html.escape(evidence(verdict)));
        List<String> proofs = proof.of(verdict.decidedBy());
        proofs.stream().limit(MOST_PROOFS).forEach(line -> html.append("<br><span style=\"color:#5f6368\">")
                .append(Html.escape(line))
                .append("</span>"));
        if (proofs.size() > MOST_PROOFS) {
            html.append("<br>and ").append(proofs.size() - MOST_PROOFS).append(" more");
        }
        html.append("</td>");
    }

    private static String evidence(Verdict verdict) {
        List<String> phrases = new ArrayList<>(verdict.evidence());
        phrases.addAll(verdict.notes());
        verdict.findings().forEach(finding -> phrases.add(finding.kind().words() + ": " + finding.subject()));
        if (verdict.outcome() == Outcome.INCONCLUSIVE) {
            verdict.findings().forEach(finding -> phrases.addAll(finding.notes()));
        }
        if (phrases.isEmpty()) {
            verdict.decidedBy().stream().limit(3).forEach(entry -> phrases.add("#" + entry));
        }
        return String.join("; ", phrases);
    }

    private static String colour(Outcome outcome) {
        return switch (outcome) {
            case MET -> "#188038";
            case VIOLATED -> "#d93025";
            case INCONCLUSIVE -> "#b06000";
        };
    }

    private static void cell(String text, StringBuilder html) {
        html.append("<td style=\"")
                .append(CELL)
                .append("\">")
                .append(Html.escape(text))
                .append("</td>");
    }
}
