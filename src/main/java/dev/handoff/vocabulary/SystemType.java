package dev.handoff.vocabulary;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The types of systems, and the properties of each that a placeholder may name. */
enum SystemType {
    AMQP("url", "host", "port", "exchange"),
    HTTP("url", "host", "port"),
    KAFKA("bootstrap", "topic"),
    MAIL("host", "port"),
    POLL("url"),
    SQL("url", "user", "password", "host", "port", "database");

    private final List<String> properties;

    SystemType(String... properties) {
        this.properties = List.of(properties);
    }

    List<String> properties() {
        return properties;
    }

    /** As written in the file. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<SystemType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(SystemType::word).toList();
    }
}
