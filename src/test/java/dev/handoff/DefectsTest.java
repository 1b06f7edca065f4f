package dev.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The features under every defect of Shop: exactly the scenarios that name the broken handoff turn red, each with the
 * finding that is named for it, and without a defect all are green. Two runs are under way at any time, side by side on
 * one machine.
 */
class DefectsTest {

    private static final int CLEAN_RUNS = Integer.getInteger("handoff.test.clean-runs", 2);

    private static final String REACHES_EVERY_SYSTEM = "A refund reaches every system exactly once";
    private static final String RIGHT_AMOUNT = "The customer gets back the right amount in the right currency";
    private static final String BOOKS_FIRST = "The books are closed before anybody is told";
    private static final String ONE_RECEIPT = "The customer gets one receipt that names the order and the amount";
    private static final String REPEATED = "A client that repeats its request causes one refund only";
    private static final String FIVE_CLICKS = "Five impatient clicks cause one refund only";
    private static final String OUTAGE = "An outage of the provider delays a refund but does not repeat it";
    private static final String SIGNUP = "A signup reaches every system exactly once";
    private static final String REPEATED_SIGNUP = "A browser that repeats a signup creates nothing twice";

    static final Map<String, Map<String, String>> RED_UNDER = Map.of(
            "refund-sent-twice",
            red("duplicate effect: provider refund", REACHES_EVERY_SYSTEM, RIGHT_AMOUNT, REPEATED, FIVE_CLICKS, OUTAGE),
            "refund-in-wrong-unit",
            red("wrong field: provider refund, amount", RIGHT_AMOUNT),
            "receipt-never-sent",
            red(
                    "missing effect: refund receipt",
                    REACHES_EVERY_SYSTEM,
                    BOOKS_FIRST,
                    ONE_RECEIPT,
                    REPEATED,
                    FIVE_CLICKS,
                    OUTAGE),
            "crm-contact-without-source",
            red("wrong field: CRM contact, source", "Sales sees where the contact came from"),
            "analytics-sent-twice",
            red("duplicate effect: analytics event", SIGNUP, REPEATED_SIGNUP, "Analytics counts a signup once"),
            "event-before-commit",
            red("out of order: ledger entry and refund completed event", BOOKS_FIRST));

    @TempDir
    private static Path folder;

    private static ExecutorService sideBySide;

    @BeforeAll
    static void twoAtATime() {
        sideBySide = Executors.newFixedThreadPool(2);
    }

    @AfterAll
    static void noMore() {
        sideBySide.shutdownNow();
    }

    @TestFactory
    Stream<DynamicTest> each_defect_turns_red_the_scenarios_that_name_its_handoff() {
        Map<String, CompletableFuture<SpecRun>> runs = new TreeMap<>();
        RED_UNDER.keySet().forEach(defect -> runs.put(defect, started(defect, "--defect " + defect)));
        for (int i = 1; i <= CLEAN_RUNS; i++) {
            runs.put("no defect, run " + i, started("clean-" + i, ""));
        }
        return runs.entrySet().stream()
                .map(run -> DynamicTest.dynamicTest(run.getKey(), () -> {
                    SpecRun finished = run.getValue().join();
                    Map<String, String> expected = RED_UNDER.getOrDefault(run.getKey(), Map.of());
                    assertThat(finished.red()).as(finished.output()).isEqualTo(expected);
                    assertThat(finished.exitCode()).isEqualTo(expected.isEmpty() ? 0 : 1);
                    assertThat(finished.scenarios()).isEqualTo(17);
                    assertThat(finished.judgedOtherwise()).isEmpty();
                }));
    }

    private static CompletableFuture<SpecRun> started(String name, String shopArguments) {
        return CompletableFuture.supplyAsync(
                () -> SpecRun.of(folder.resolve(name), Map.of("SHOP_ARGS", shopArguments)), sideBySide);
    }

    private static Map<String, String> red(String finding, String... scenarios) {
        Map<String, String> red = new TreeMap<>();
        Set.of(scenarios).forEach(scenario -> red.put(scenario, finding));
        return red;
    }
}
