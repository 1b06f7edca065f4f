package dev.handoff.vocabulary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a system of type {@code mail}. */
final class MailSystemReader {

    static final List<String> KEYS = SystemReader.keys("port", "retry-horizon", "records");

    private MailSystemReader() {}

    static SystemSpec read(String name, Value value) {
        Section section = Section.of(value, KEYS);
        Map<String, SystemSpec.MailPattern> records = new LinkedHashMap<>();
        for (Value.Named entry : section.named("records", "a mapping of effects and mails")) {
            Effects.recorded(value.draft(), entry.place(), entry.name(), name);
            records.put(entry.name(), pattern(entry.value()));
        }
        return new SystemSpec.Mail(
                name,
                section.value("port").flatMap(Ports::read),
                section.value("retry-horizon").flatMap(Durations::read),
                records);
    }

    private static SystemSpec.MailPattern pattern(Value value) {
        Section section = Section.of(value, List.of("subject", "from", "to"));
        return new SystemSpec.MailPattern(section.text("subject"), section.text("from"), section.text("to"));
    }
}
