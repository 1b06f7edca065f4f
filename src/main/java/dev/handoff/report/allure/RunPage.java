package dev.handoff.report.allure;

import io.qameta.allure.Allure;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A page about the whole run among the results, since Allure knows no attachments of a run. It is skipped: passed would
 * praise what nobody has judged, and anything else would contradict the build.
 */
final class RunPage {

    private static final String GROUP = "The whole run";

    private final AllureLifecycle allure = Allure.getLifecycle();
    private final String test = UUID.randomUUID().toString();
    private final List<Attachment> attachments = new ArrayList<>();

    /**
     * Begins a page.
     *
     * @param history stays the same from run to run
     */
    RunPage(String history, String name) {
        allure.scheduleTestCase(new TestResult()
                .setUuid(test)
                .setHistoryId(history)
                .setFullName(name)
                .setName(name)
                .setLabels(new ArrayList<>(List.of(label("feature"), label("suite")))));
        allure.startTestCase(test);
    }

    private static Label label(String name) {
        return new Label().setName(name).setValue(GROUP);
    }

    void attach(String name, String text) {
        attachments.add(ScenarioPage.written(allure, name, text));
    }

    void write(String summary, String html) {
        allure.updateTestCase(test, result -> result.setStatus(Status.SKIPPED)
                .setStatusDetails(new StatusDetails().setMessage(summary))
                .setDescriptionHtml(html)
                .setAttachments(attachments));
        allure.stopTestCase(test);
        allure.writeTestCase(test);
    }
}
