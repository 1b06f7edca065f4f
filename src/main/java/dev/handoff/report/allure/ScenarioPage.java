package dev.handoff.report.allure;

import dev.handoff.journal.Captured;
import dev.handoff.journal.Changed;
import dev.handoff.journal.Entry;
import dev.handoff.journal.Exchanged;
import dev.handoff.journal.Looked;
import dev.handoff.journal.Performed;
import dev.handoff.journal.Snapshot;
import dev.handoff.recording.Judged;
import dev.handoff.report.html.Html;
import dev.handoff.report.html.Timeline;
import dev.handoff.report.text.ScenarioText;
import io.qameta.allure.Allure;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.TestResult;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Puts the receipt, the correlation ID, the timeline and all evidence on a scenario's page. */
public final class ScenarioPage {

    private ScenarioPage() {}

    /**
     * Completes the page of a scenario that has been judged.
     *
     * @param test Allure's ID of the test, which is Cucumber's ID of the scenario
     * @param looks those at which the expectations were judged
     * @param snapshot the last look at the scenario
     * @param failure the texts of what is not met, for those that no step shows; may be empty
     */
    public static void complete(
            String test,
            String correlationId,
            List<Judged> judged,
            Collection<Looked> looks,
            Snapshot snapshot,
            List<String> failure) {
        AllureLifecycle allure = Allure.getLifecycle();
        allure.updateFixture(hook -> hook.setName("The evidence is gathered"));
        List<Attachment> attachments = new ArrayList<>();
        attachments.add(written(allure, "Timeline", "text/html", ".html", Timeline.html(snapshot, judged, looks)));
        attachments.addAll(attachments(allure, snapshot, failure));
        allure.updateTestCase(test, result -> {
            result.setDescriptionHtml(description(result) + Receipt.html(correlationId, judged, snapshot));
            List<Parameter> parameters = new ArrayList<>(result.getParameters());
            parameters.add(new Parameter()
                    .setName("correlation ID")
                    .setValue(correlationId)
                    .setExcluded(true));
            result.setParameters(parameters);
            result.getAttachments().addAll(attachments);
        });
    }

    private static String description(TestResult result) {
        String description = result.getDescription();
        return description == null || description.isBlank()
                ? ""
                : "<p>" + Html.escape(description.strip()).replace("\n", "<br>") + "</p>";
    }

    private static List<Attachment> attachments(AllureLifecycle allure, Snapshot snapshot, List<String> failure) {
        List<Attachment> attachments = new ArrayList<>();
        failure.forEach(text -> attachments.add(written(allure, "What is not met", text)));
        attachments.add(written(allure, "Journal of the scenario", ScenarioText.journal(snapshot)));
        snapshot.own().forEach(entry -> payload(allure, entry, attachments));
        return attachments;
    }

    private static void payload(AllureLifecycle allure, Entry entry, List<Attachment> attachments) {
        if (entry instanceof Captured captured) {
            String name = "#" + captured.index() + " " + captured.label() + " in " + captured.system();
            attachments.add(written(allure, name, ScenarioText.delivery(captured)));
        } else if (entry instanceof Changed changed && !changed.gone()) {
            String name = "#" + changed.index() + " a later state of #" + changed.captured();
            attachments.add(written(allure, name, ScenarioText.state(changed)));
        } else if (entry instanceof Exchanged exchanged) {
            String name = "#" + exchanged.index() + " " + exchanged.method() + " " + exchanged.url();
            attachments.add(written(allure, name, ScenarioText.exchange(exchanged)));
        } else if (entry instanceof Performed performed) {
            String name = "#" + performed.index() + " " + performed.summary() + " in " + performed.system();
            attachments.add(written(allure, name, ScenarioText.performed(performed)));
        }
    }

    static Attachment written(AllureLifecycle allure, String name, String text) {
        return written(allure, name, "text/plain", ".txt", text);
    }

    private static Attachment written(AllureLifecycle allure, String name, String type, String extension, String text) {
        String source = UUID.randomUUID() + "-attachment" + extension;
        allure.writeAttachment(source, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return new Attachment().setName(name).setType(type).setSource(source);
    }
}
