package dev.handoff.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerDataTest {

    @TempDir
    private Path folder;

    @Test
    void the_data_of_a_stopped_server_is_deleted_and_nothing_else() throws IOException {
        Path data = folder.resolve("kafka");
        Files.createDirectories(data.resolve("topic-0"));
        Files.writeString(data.resolve("topic-0").resolve("00000.log"), "messages");
        Path journal = Files.writeString(folder.resolve("journal.ndjson"), "{}");

        new ServerData(data).close();

        assertThat(data).doesNotExist();
        assertThat(journal).exists();
    }

    @Test
    void a_server_that_never_started_has_no_data() {
        new ServerData(folder.resolve("postgres")).close();

        assertThat(folder).isEmptyDirectory();
    }
}
