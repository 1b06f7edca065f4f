package dev.handoff.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.vocabulary.Vocabulary;
import dev.handoff.vocabulary.VocabularyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is suggested can be pasted: the vocabulary's reader takes it. */
class SuggestedSentenceTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "the customer requests a refund of 25.00 USD | the customer requests a refund of {amount:money}",
                "\"Ada\" invites \"Bob\" | {text:string} invites {text2:string}",
                "5 of 7 items weigh 2.5 kg | {count:int} of {count2:int} items weigh {number:decimal} kg",
                "order A-100 is opened | order A-100 is opened"
            })
    void its_values_are_parameters_with_names_of_their_own(String step, String sentence) {
        assertThat(SuggestedSentence.of(step)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Ada\" invites \"Bob\" and 3 others for 2.50 EUR",
                "the invoice (a copy) and/or a note go to \"Bob\"",
                "50 {odd} words"
            })
    void the_reader_takes_it(String step) throws IOException {
        assertThat(read(SuggestedSentence.of(step)).actions()).hasSize(1);
    }

    @Test
    void the_reader_takes_what_is_made_of_an_expression() throws IOException {
        String sentence =
                SuggestedSentence.ofExpression("{string} invites {string} and {int} others for {double} {effect}");

        assertThat(sentence)
                .isEqualTo(
                        "{value:string} invites {value2:string} and {value3:int} others for {value4:decimal} {value5:word}");
        assertThat(read(sentence).actions()).hasSize(1);
    }

    private Vocabulary read(String sentence) throws IOException {
        Path file = Files.writeString(folder.resolve("handoff.yaml"), """
                application: { url: "http://localhost:8080" }
                systems: { mail: { type: mail, records: { note: { subject: "*" } } } }
                actions:
                  "%s":
                    http: POST /path
                """.formatted(sentence));
        return VocabularyReader.read(file, Map.of());
    }
}
