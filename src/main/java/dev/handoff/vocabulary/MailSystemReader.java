package dev.handoff.vocabulary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a system of type {@code mail}. */
final class MailSystemReader {

    static final List<String> KEYS = SystemReader.keys("port", "retry-horizon", "bounce", "records");

    private MailSystemReader() {}

    static SystemSpec read(String name, Value value) {
        Section section = Section.of(value, KEYS);
        Map<String, SystemSpec.MailPattern> records = new LinkedHashMap<>();
        Map<String, Place> places = new LinkedHashMap<>();
        for (Value.Named entry : section.named("records", "a mapping of effects and mails")) {
            boolean good = Effects.recorded(value.draft(), entry.place(), entry.name(), name);
            SystemSpec.MailPattern pattern = pattern(entry.name(), entry.value());
            places.keySet().stream()
                    .filter(earlier -> good)
                    .filter(earlier -> covers(records.get(earlier), pattern))
                    .findFirst()
                    .ifPresent(earlier -> Effects.neverRecorded(entry, "mail", earlier, places.get(earlier)));
            records.put(entry.name(), pattern);
            if (good) {
                places.put(entry.name(), entry.place());
            }
        }
        return new SystemSpec.Mail(
                name,
                section.value("port").flatMap(Ports::read),
                section.value("retry-horizon").flatMap(Durations::read),
                section.value("bounce").map(BounceReader::read),
                records);
    }

    private static SystemSpec.MailPattern pattern(String effect, Value value) {
        Section section = Section.of(value, List.of("subject", "from", "to", "contract"));
        section.value("contract").ifPresent(contract -> ContractReader.read(contract, effect, List.of()));
        return new SystemSpec.MailPattern(section.text("subject"), section.text("from"), section.text("to"));
    }

    /** Whether every mail that fits the second fits the first. */
    private static boolean covers(SystemSpec.MailPattern wide, SystemSpec.MailPattern narrow) {
        return covers(wide.subject(), narrow.subject())
                && covers(wide.from(), narrow.from())
                && covers(wide.to(), narrow.to());
    }

    /** A star of the narrow pattern is a character like others: only a star of the wide one can stand for it. */
    private static boolean covers(Optional<String> wide, Optional<String> narrow) {
        return wide.isEmpty()
                || narrow.isPresent()
                        && Pattern.compile(
                                        Stream.of(wide.get().split("\\*", -1))
                                                .map(Pattern::quote)
                                                .collect(Collectors.joining(".*")),
                                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL)
                                .matcher(narrow.get())
                                .matches();
    }
}
