package dev.handoff.steps;

import dev.handoff.expectation.Statement;
import dev.handoff.vocabulary.Nearest;
import java.util.ArrayList;
import java.util.List;

/** Reads the rows of an order: effects, and actions by their names. */
final class OrderItems {

    private OrderItems() {}

    static Statement.InOrder.Item parse(String cell, Words words) {
        String name = cell.strip();
        String bare = Words.action(name);
        if (words.effect(bare) != null) {
            return new Statement.InOrder.Item(words.effect(bare), null);
        }
        List<String> actions = words.actionNames();
        if (actions.contains(bare)) {
            return new Statement.InOrder.Item(null, bare);
        }
        List<String> known = new ArrayList<>(words.vocabulary().effects());
        known.addAll(actions);
        throw new Undecided("\"" + name + "\" is neither an effect nor the name of an action"
                + Nearest.hint(bare, known) + " Known: " + String.join(", ", known));
    }
}
