package dev.handoff.vocabulary;

import java.util.List;

/** Reads {@code defaults}. */
final class DefaultsReader {

    static final List<String> KEYS = List.of("within", "quiet", "settle", "retry-horizon");

    private DefaultsReader() {}

    static Defaults read(Value value) {
        Section section = Section.of(value, KEYS);
        Defaults standard = Defaults.STANDARD;
        return new Defaults(
                section.value("within").flatMap(Durations::readPositive).orElse(standard.within()),
                section.value("quiet").flatMap(Durations::read).orElse(standard.quiet()),
                section.value("settle").flatMap(Durations::readPositive).orElse(standard.settle()),
                section.value("retry-horizon").flatMap(Durations::read).orElse(standard.retryHorizon()));
    }
}
