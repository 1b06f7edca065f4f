package dev.handoff.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BrokenVocabularyTest {

    private static final Path BROKEN = Path.of("src/test/resources/dev/handoff/vocabulary/broken");

    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(BROKEN)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void each_mistake_is_named_at_its_place(String name) throws IOException {
        assertThat(mistakesIn(name).getMessage() + "\n").isEqualTo(Files.readString(BROKEN.resolve(name + ".txt")));
    }

    @Test
    void ten_mistakes_are_ten_messages_in_the_order_of_the_file() {
        List<Problem> problems = mistakesIn("ten-mistakes").problems();
        assertThat(problems).hasSize(10);
        assertThat(problems)
                .extracting(problem -> problem.place().line())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    private static VocabularyInvalid mistakesIn(String name) {
        VocabularyInvalid mistakes = catchThrowableOfType(
                VocabularyInvalid.class,
                () -> VocabularyReader.read(BROKEN.resolve(name + ".yaml"), Map.of("HOME", "/root")));
        assertThat(mistakes).as("the mistakes in %s.yaml", name).isNotNull();
        return mistakes;
    }
}
