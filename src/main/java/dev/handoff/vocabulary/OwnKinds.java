package dev.handoff.vocabulary;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The types of systems that are on the class path beside Handoff's own. */
final class OwnKinds {

    private final Map<String, SystemKind> kinds = new TreeMap<>();

    private OwnKinds() {}

    /**
     * All that the class path has.
     *
     * @param draft gets what is wrong with them
     * @param asked where one of them is asked for
     */
    static OwnKinds load(Draft draft, Place asked) {
        OwnKinds own = new OwnKinds();
        Iterator<SystemKind> found = ServiceLoader.load(SystemKind.class).iterator();
        try {
            while (found.hasNext()) {
                own.add(found.next()).ifPresent(problem -> draft.problem(asked, problem));
            }
        } catch (ServiceConfigurationError broken) {
            draft.problem(asked, "a type of systems of one's own cannot be used: " + broken.getMessage());
        }
        return own;
    }

    private Optional<String> add(SystemKind kind) {
        String what = kind.getClass().getName();
        if (!kind.type().matches("[a-z][a-z0-9-]*")) {
            return Optional.of(what + " calls its type " + Words.quoted(kind.type())
                    + "; it must be lower-case letters, digits and hyphens");
        }
        if (SystemType.of(kind.type()).isPresent()) {
            return Optional.of(what + " calls its type " + Words.quoted(kind.type()) + ", which Handoff has itself");
        }
        SystemKind other = kinds.putIfAbsent(kind.type(), kind);
        return other == null
                ? Optional.empty()
                : Optional.of(what + " and " + other.getClass().getName() + " both call their type "
                        + Words.quoted(kind.type()));
    }

    Optional<SystemKind> of(String type) {
        return Optional.ofNullable(kinds.get(type));
    }

    /** All types that there are, Handoff's first. */
    static List<String> words() {
        return Stream.concat(
                        SystemType.words().stream(),
                        ServiceLoader.load(SystemKind.class).stream()
                                .map(kind -> kind.get().type())
                                .sorted())
                .toList();
    }
}
