package dev.handoff.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.handoff.vocabulary.Problem;
import dev.handoff.vocabulary.VocabularyInvalid;
import dev.handoff.vocabulary.VocabularyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vocabulary's own names of misfortunes are made of sentences that make a system misbehave. */
class NamedFaultsTest {

    private static final String VOCABULARY = """
            application: { url: http://localhost }
            systems:
              payments: { type: http, endpoints: [{ on: POST /refunds, records: provider refund }] }
              mail: { type: mail, records: { welcome email: {} } }
            actions:
              "a refund is asked for": { http: POST /refunds }
            faults:
              "the provider is away": payments is down
            """;

    @TempDir
    private Path folder;

    @Test
    void each_may_be_one_sentence_or_several() {
        assertThatCode(() -> check("""
                          "the provider is briefly away": payments answers 503 to the next 2 requests
                          "the provider is in trouble":
                            - payments takes 2 seconds to answer
                            - payments accepts the next request but never answers
                        """)).doesNotThrowAnyException();
    }

    @Test
    void what_no_sentence_fits_is_named_with_the_nearest() {
        assertThat(mistakes("  \"it fails\": paymnts answers 503 to the next 2 requests\n"))
                .containsExactly("9:15: \"paymnts answers 503 to the next 2 requests\" is no sentence of Handoff that"
                        + " makes a system misbehave; did you mean \"{system} answers {int} to {requests}\"? Systems:"
                        + " payments, mail, in the fault \"it fails\"");
        assertThat(mistakes("  \"it fails\": [payments is down, payments accepts the next request but never answer]\n"))
                .singleElement()
                .asString()
                .startsWith("9:34: ")
                .contains("did you mean \"{system} accepts {requests} but never answers\"?");
        assertThat(mistakes("  \"it fails\": everything goes wrong at once and nobody knows why\n"))
                .singleElement()
                .asString()
                .contains("; docs/steps.md lists them");
    }

    @Test
    void what_makes_nothing_misbehave_is_no_fault() {
        assertThat(mistakes("""
                  "a": a refund is asked for
                  "b": exactly one provider refund is created
                  "c": payments is back
                  "d": the provider is away
                """))
                .extracting(text -> text.replaceFirst("\\S+ ", ""))
                .containsExactly(
                        "\"a refund is asked for\" makes no system misbehave, in the fault \"a\"",
                        "\"exactly one provider refund is created\" makes no system misbehave, in the fault \"b\"",
                        "\"payments is back\" makes no system misbehave, in the fault \"c\"",
                        "\"the provider is away\" is no sentence of Handoff that makes a system misbehave; docs/steps.md"
                                + " lists them, in the fault \"d\"");
    }

    @Test
    void what_could_not_be_carried_out_is_told_before_anything_runs() {
        assertThat(mistakes("""
                  "a": payments answers 204 to the next request
                  "b": payments answers 503 to the next 0 requests
                  "c": mail drops the connection once
                  "d": payments answers 503 to the next welcome email
                """))
                .extracting(text -> text.replaceFirst(".*?\": ", ""))
                .containsExactly(
                        "a system refuses with a status from 400 to 599, not with 204, in the fault \"a\"",
                        "a fault meets one request or more, not 0, in the fault \"b\"",
                        "mail is a mail server; it can answer 400 to 599, accept and answer so all the same, refuse recipients,"
                                + " or be down, but nothing else of what a system of type http can, in the fault \"c\"",
                        "payments records no welcome email; mail does, so that nothing could meet this fault, in the fault"
                                + " \"d\"");
    }

    @Test
    void a_name_that_is_a_sentence_of_handoff_is_refused() {
        assertThat(mistakes("  \"payments is down\": payments answers 503 to the next request\n"))
                .singleElement()
                .asString()
                .contains("\"payments is down\" is a sentence of Handoff already");
    }

    private void check(String faults) throws IOException {
        Path file = Files.writeString(folder.resolve("handoff.yaml"), VOCABULARY + faults);
        Words words = new Words(VocabularyReader.read(file, Map.of()));
        NamedFaults.check(words, new StepLibrary(words));
    }

    private List<String> mistakes(String faults) {
        return catchThrowableOfType(VocabularyInvalid.class, () -> check(faults)).problems().stream()
                .map(NamedFaultsTest::text)
                .toList();
    }

    private static String text(Problem problem) {
        return problem.place().line() + ":" + problem.place().column() + ": " + problem.text();
    }
}
