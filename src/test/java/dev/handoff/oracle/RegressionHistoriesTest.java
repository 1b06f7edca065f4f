package dev.handoff.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Histories that fooled the journal or the judge once; what each taught stands at its top. */
class RegressionHistoriesTest {

    private static final Path STORIES = Path.of("src/test/resources/dev/handoff/oracle");

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void aHistoryThatFooledTheJudgeDoesSoNoMore(String name) throws IOException {
        Story story = Story.parse(Files.readString(STORIES.resolve(name)));

        assertThat(story.makesSense()).isTrue();
        assertThat(Trial.complaint(story)).isEmpty();
    }

    @Test
    void aStoryIsReadAsItWasWritten() {
        for (long seed = 0; seed < 50; seed++) {
            Story story = Generator.story(seed);

            assertThat(Story.parse(story.toString())).isEqualTo(story);
        }
    }

    static Stream<String> names() {
        try (Stream<Path> files = Files.list(STORIES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".story"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
