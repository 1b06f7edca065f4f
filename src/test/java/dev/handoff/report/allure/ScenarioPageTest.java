package dev.handoff.report.allure;

import static dev.handoff.expectation.History.REFUND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.expectation.History;
import io.qameta.allure.Allure;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.model.TestResultContainer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScenarioPageTest {

    private final AllureLifecycle before = Allure.getLifecycle();
    private final Memory memory = new Memory();

    @BeforeEach
    void writeToMemory() {
        Allure.setLifecycle(new AllureLifecycle(memory));
    }

    @AfterEach
    void restore() {
        Allure.setLifecycle(before);
    }

    @Test
    void aPageHasTheReceiptAndEveryPayloadAsPlainText() {
        TestResult result = page("A refund\n<script>alert(1)</script>");
        assertThat(result.getDescriptionHtml())
                .startsWith("<p>A refund<br>&lt;script&gt;alert(1)&lt;/script&gt;</p>")
                .contains("Correlation ID <code>c-1</code>", "Nothing was judged.");
        assertThat(result.getParameters()).singleElement().satisfies(parameter -> assertThat(parameter.getValue())
                .isEqualTo("c-1"));
        assertThat(result.getAttachments().stream().skip(1))
                .allMatch(attachment -> attachment.getType().equals("text/plain"));
        assertThat(result.getAttachments().stream().map(Attachment::getName))
                .containsExactly(
                        "Timeline",
                        "What is not met",
                        "Journal of the scenario",
                        "#6 POST /refunds",
                        "#7 provider refund in payments");
        assertThat(memory.text(result.getAttachments().get(4))).contains("<img src=x onerror=alert(1)>");
    }

    @Test
    void theTimelineIsAPageOfItsOwn() {
        Attachment timeline = page(null).getAttachments().get(0);
        assertThat(timeline.getType()).isEqualTo("text/html");
        assertThat(timeline.getSource()).endsWith(".html");
        assertThat(memory.text(timeline)).startsWith("<!DOCTYPE html>").contains("provider refund");
    }

    @Test
    void aScenarioWithoutDescriptionHasItsReceiptAlone() {
        assertThat(page(null).getDescriptionHtml()).startsWith("<p style=");
    }

    private TestResult page(String description) {
        AllureLifecycle allure = Allure.getLifecycle();
        allure.scheduleTestCase(new TestResult().setUuid("t-1").setDescription(description));
        allure.startTestCase("t-1");
        ScenarioPage.complete(
                "t-1",
                "c-1",
                List.of(),
                List.of(),
                History.begins()
                        .action(0, "the refund")
                        .exchange(0.1, 202, "{}")
                        .effect(1, REFUND)
                        .body("{\"note\": \"<img src=x onerror=alert(1)>\"}")
                        .look(2),
                List.of("missing effect: mail"));
        allure.stopTestCase("t-1");
        allure.writeTestCase("t-1");
        return memory.result;
    }

    private static final class Memory implements AllureResultsWriter {
        private final Map<String, String> attachments = new HashMap<>();
        private TestResult result;

        @Override
        public void write(TestResult written) {
            result = written;
        }

        @Override
        public void write(TestResultContainer container) {}

        @Override
        public void write(String source, InputStream content) {
            try {
                attachments.put(source, new String(content.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        String text(Attachment attachment) {
            return attachments.get(attachment.getSource());
        }
    }
}
