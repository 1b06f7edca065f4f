package dev.handoff;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The walls of the house: who may use whom. A rule that checked nothing fails. */
class ArchitectureTest {

    private static final JavaClasses FRAMEWORK = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.handoff");
    private static final JavaClasses EVERYTHING =
            new ClassFileImporter().importPackages("dev.handoff", "shop", "accounts");

    @TestFactory
    Stream<DynamicTest> each_package_uses_only_what_its_row_allows() {
        return Stream.of(
                // contract: a schema that is none is a mistake of the vocabulary, told with all others before anything
                // starts
                row("vocabulary", "contract"),
                row("contract", "journal"),
                row("journal"),
                row("expectation", "journal"),
                row("fault", "journal"),
                row("sandbox", "journal", "fault", "vocabulary"),
                row("action", "journal", "vocabulary"),
                // fault: an environment serves the stand-ins, and with them their fault plans;
                // journal: it is what the probes that it starts capture into
                row("environment", "sandbox", "vocabulary", "fault", "journal"),
                row("recording", "journal", "expectation"),
                row(
                        "run",
                        "vocabulary",
                        "journal",
                        "expectation",
                        "contract",
                        "fault",
                        "sandbox",
                        "action",
                        "environment",
                        "recording"),
                row("report", "journal", "expectation", "recording"),
                // beside run and report the glue names what its sentences speak of: effects, money, faults, vocabulary
                row("steps", "run", "report", "vocabulary", "journal", "expectation", "fault", "action", "recording"),
                // journal: what was captured is what a command is about
                row("cli", "recording", "report", "vocabulary", "contract", "journal"));
    }

    private static DynamicTest row(String name, String... mayUse) {
        String own = "dev.handoff." + name + "..";
        String[] allowed = Stream.concat(
                        Stream.of(own), Arrays.stream(mayUse).map(other -> "dev.handoff." + other + ".."))
                .toArray(String[]::new);
        DescribedPredicate<JavaClass> elsewhere =
                resideInAPackage("dev.handoff..").and(DescribedPredicate.not(resideInAnyPackage(allowed)));
        return DynamicTest.dynamicTest(name + " uses only " + String.join(", ", mayUse), () -> noClasses()
                .that()
                .resideInAPackage(own)
                .should()
                .dependOnClassesThat(elsewhere)
                .check(FRAMEWORK));
    }

    @Test
    void packages_are_free_of_cycles() {
        slices().matching("dev.handoff.(**)").should().beFreeOfCycles().check(FRAMEWORK);
    }

    @Test
    void only_steps_know_cucumber() {
        onlyIn("io.cucumber..", "dev.handoff.steps..");
    }

    @Test
    void only_steps_know_junit() {
        onlyIn("org.junit..", "dev.handoff.steps..");
    }

    @Test
    void only_the_allure_report_knows_allure() {
        onlyIn("io.qameta.allure..", "dev.handoff.report.allure..");
    }

    @Test
    void only_http_stand_ins_know_jetty() {
        onlyIn("org.eclipse.jetty..", "dev.handoff.sandbox.http..");
    }

    @Test
    void only_actions_know_rest_assured() {
        onlyIn("io.restassured..", "dev.handoff.action..");
    }

    @Test
    void only_actions_read_pages() {
        onlyIn("org.jsoup..", "dev.handoff.action..");
    }

    @Test
    void only_the_environment_knows_servers() {
        onlyIn("io.zonky..", "dev.handoff.environment..");
        onlyIn("kafka..", "dev.handoff.environment..");
    }

    private static void onlyIn(String library, String home) {
        noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(FRAMEWORK);
    }

    @Test
    void only_journal_and_run_read_the_clock() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.handoff.journal..",
                        "dev.handoff.run..",
                        // how long a server may take to start is measured before there is a journal
                        "dev.handoff.environment..")
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .orShould()
                .callMethod(java.time.Clock.class, "systemUTC")
                .check(FRAMEWORK);
    }

    @Test
    void only_commands_know_picocli() {
        onlyIn("picocli..", "dev.handoff.cli..");
    }

    @Test
    void only_contracts_know_json_schema() {
        onlyIn("com.networknt..", "dev.handoff.contract..");
    }

    @Test
    void judging_is_pure() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.handoff.expectation..", "dev.handoff.contract..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.net..", "java.nio..", "java.util.concurrent..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .check(FRAMEWORK);
    }

    @Test
    void no_package_is_a_drawer_for_odds_and_ends() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..helper..", "..manager..")
                .check(FRAMEWORK);
    }

    @Test
    void shop_and_the_framework_do_not_know_each_other() {
        noClasses()
                .that()
                .resideInAPackage("shop..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.handoff..")
                .check(EVERYTHING);
        noClasses()
                .that()
                .resideInAPackage("dev.handoff..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("shop..")
                .check(EVERYTHING);
    }

    @Test
    void the_accounts_know_neither_shop_nor_the_framework_and_nobody_knows_them() {
        noClasses()
                .that()
                .resideInAPackage("accounts..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.handoff..", "shop..")
                .check(EVERYTHING);
        noClasses()
                .that()
                .resideInAnyPackage("dev.handoff..", "shop..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("accounts..")
                .check(EVERYTHING);
    }

    @Test
    void what_is_not_meant_to_be_extended_is_final() {
        classes()
                .that()
                .areNotInterfaces()
                .and()
                .areNotAnonymousClasses()
                .and()
                .doNotHaveModifier(JavaModifier.ABSTRACT)
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(FRAMEWORK);
    }
}
