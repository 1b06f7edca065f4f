package dev.handoff.vocabulary;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads one entry of {@code systems} with the reader of its type. */
final class SystemReader {

    private static final String TYPE = "type";

    private SystemReader() {}

    static Optional<SystemSpec> read(Value.Named entry) {
        Draft draft = entry.value().draft();
        String name = entry.name();
        boolean named = Names.speakable(draft, entry.place(), "a system", name);
        Value value = new Value(entry.value().node(), entry.place(), "system " + name, draft);
        if (!value.isMapping()) {
            value.mustBe("a mapping with a type of " + Words.either(SystemType.words()));
            draft.words().system(name, (SystemType) null);
            return Optional.empty();
        }
        LenientEffects.note(value, name);
        Optional<SystemKind> kind = own(value);
        if (kind.isPresent()) {
            draft.words().system(name, kind.get());
            return Optional.of(OwnSystemReader.read(name, value, kind.get())).filter(read -> named);
        }
        Optional<SystemType> type = type(value);
        draft.words().system(name, type.orElse(null));
        if (type.isEmpty()) {
            return Optional.empty();
        }
        Optional<SystemSpec> system = Optional.of(
                switch (type.get()) {
                    case AMQP -> AmqpSystemReader.read(name, value);
                    case HTTP -> HttpSystemReader.read(name, value);
                    case KAFKA -> KafkaSystemReader.read(name, value);
                    case MAIL -> MailSystemReader.read(name, value);
                    case POLL -> PollSystemReader.read(name, value);
                    case SQL -> SqlSystemReader.read(name, value);
                });
        return system.filter(read -> named);
    }

    private static Optional<SystemKind> own(Value value) {
        return ((Node.Mapping) value.node())
                .entry(TYPE)
                .map(Node.Entry::value)
                .filter(Node.Scalar.class::isInstance)
                .map(word -> ((Node.Scalar) word).text())
                .filter(word -> SystemType.of(word).isEmpty())
                .flatMap(word -> OwnKinds.load(value.draft(), value.place()).of(word));
    }

    private static Optional<SystemType> type(Value value) {
        Node.Mapping mapping = (Node.Mapping) value.node();
        Optional<Node.Entry> entry = mapping.entry(TYPE).or(() -> misspelt(mapping));
        if (entry.isEmpty()) {
            value.problem(value.what() + " lacks the key \"type\"; it is " + Words.either(OwnKinds.words()));
            return Optional.empty();
        }
        Value type = value.part(entry.get(), "type in " + value.what());
        Optional<String> word = type.text(Words.either(OwnKinds.words()));
        Optional<SystemType> known = word.flatMap(SystemType::of);
        if (word.isPresent() && known.isEmpty()) {
            type.problem("unknown type " + Words.quoted(word.get()) + " of " + value.what()
                    + Words.known(word.get(), OwnKinds.words()));
        }
        return known;
    }

    /** A key that can only have been meant as the type; the reader of the type reports it. */
    private static Optional<Node.Entry> misspelt(Node.Mapping mapping) {
        Set<String> keys =
                mapping.entries().stream().map(entry -> entry.key().text()).collect(Collectors.toSet());
        return Nearest.to(TYPE, keys)
                .flatMap(mapping::entry)
                .filter(entry -> entry.value() instanceof Node.Scalar scalar
                        && SystemType.of(scalar.text()).isPresent());
    }

    static List<String> keys(String... ofTheType) {
        return Stream.concat(Stream.of(TYPE), Arrays.stream(ofTheType)).toList();
    }
}
