package dev.handoff.vocabulary;

import java.util.Optional;

/** The names of effects: where they are recorded, and where they are spoken of. */
final class Effects {

    private Effects() {}

    /** An effect that a system records under a key. */
    static boolean recorded(Draft draft, Place place, String name, String system) {
        boolean good = Names.speakable(draft, place, "an effect", name);
        KnownWords.Recorded first = draft.words().effect(name, system, place);
        if (!first.system().equals(system)) {
            draft.problem(
                    place,
                    "the effect " + Words.quoted(name) + " is recorded by system " + system + " and by system "
                            + first.system() + " at " + first.place() + "; one of them must name it otherwise");
        }
        return good;
    }

    /** An effect that a system records as a value. */
    static Optional<String> recorded(Value value, String system) {
        return value.text("the name of an effect").filter(name -> recorded(value.draft(), value.place(), name, system));
    }

    /** Reports an effect of which every delivery is recorded as another that stands before it. */
    static void neverRecorded(Value.Named entry, String delivery, String first, Place place) {
        entry.value()
                .draft()
                .problem(
                        entry.place(),
                        "nothing is ever recorded as " + Words.quoted(entry.name()) + ": each " + delivery
                                + " that fits it fits " + Words.quoted(first) + " at " + place
                                + " too; of effects that fit a " + delivery
                                + " the first is recorded, so write the narrower one first");
    }

    /** An effect that some system must record. */
    static void spokenOf(Draft draft, Place place, String name, String where) {
        draft.afterwards(() -> {
            var effects = draft.words().effects().keySet();
            if (!effects.contains(name) && !draft.lost().spokenOf(name, where, place)) {
                draft.problem(
                        place,
                        "no system records the effect " + Words.quoted(name) + " in " + where
                                + Words.known(name, effects));
            }
        });
    }
}
