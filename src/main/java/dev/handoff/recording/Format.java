package dev.handoff.recording;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.handoff.journal.Message;
import java.nio.file.Path;

/** How entries and verdicts are written; {@code docs/run-folder.md} documents it. */
final class Format {

    static final int VERSION = 1;
    static final String JOURNAL = "journal.ndjson";
    static final String EXPECTATIONS = "expectations.ndjson";
    static final String STRAYS = "strays.txt";
    static final String BODIES = "bodies";

    private Format() {}

    static ObjectMapper mapper(Path folder) {
        return JsonMapper.builder()
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .addModule(new SimpleModule()
                        .addSerializer(Message.class, new BodySpill.Writer(folder.resolve(BODIES)))
                        .addDeserializer(Message.class, new BodySpill.Reader(folder.resolve(BODIES))))
                .disable(
                        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                .build();
    }
}
