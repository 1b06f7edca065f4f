package dev.handoff.expectation;

import java.util.List;

/**
 * How often an effect must happen.
 *
 * @param effect which
 * @param min at least
 * @param max at most; null without limit
 * @param fields what each counted one has
 */
public record Count(EffectName effect, int min, Integer max, List<Field> fields) {

    public Count {
        fields = List.copyOf(fields);
    }

    /** In words: {@code exactly one provider refund}. */
    public String words() {
        String name = effect.name();
        if (max == null) {
            return "at least " + number(min) + " " + name;
        }
        if (max == 0) {
            return "no " + name;
        }
        return (min == max ? "exactly " : "at most ") + number(max) + " " + name;
    }

    private static String number(int n) {
        return n == 1 ? "one" : String.valueOf(n);
    }
}
