package dev.handoff.steps;

import dev.handoff.expectation.Count;
import dev.handoff.expectation.EffectName;
import dev.handoff.expectation.Field;
import dev.handoff.expectation.Statement;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How often effects happen, with which fields, in which order, and that nothing else does. */
public final class EffectSteps {

    private final World world;

    public EffectSteps(World world) {
        this.world = world;
    }

    @Then("{counts} {happens}")
    public void happen(ParameterTypes.Counts counts, ParameterTypes.Happening verb) {
        world.expect(new Statement.Counts(counts.list(), defaultWindow(), false));
    }

    @Then("{counts} {happens} within {duration}")
    public void happenWithin(ParameterTypes.Counts counts, ParameterTypes.Happening verb, Duration within) {
        world.expect(new Statement.Counts(counts.list(), within, true));
    }

    @Then("{counts} {happens} with:")
    public void happenWith(ParameterTypes.Counts counts, ParameterTypes.Happening verb, DataTable table) {
        world.expect(new Statement.Counts(having(counts, table), defaultWindow(), false));
    }

    @Then("{counts} {happens} within {duration} with:")
    public void happenWithinWith(
            ParameterTypes.Counts counts, ParameterTypes.Happening verb, Duration within, DataTable table) {
        world.expect(new Statement.Counts(having(counts, table), within, true));
    }

    @Then("{counts} {happens} before {action}")
    public void doNotHappenBefore(
            ParameterTypes.Counts counts, ParameterTypes.Happening verb, ParameterTypes.ActionName action) {
        List<Statement> statements = new ArrayList<>();
        for (Count count : counts.list()) {
            if (count.max() == null || count.max() > 0) {
                throw new Undecided("before an action only \"no\" can be said; \"" + count.words() + "\" was");
            }
            statements.add(new Statement.NotBefore(count.effect(), action.name()));
        }
        world.expect(statements.size() == 1 ? statements.get(0) : new Statement.All(statements));
    }

    @Then("the {effect} {happens} before the {effect}")
    public void happensBefore(EffectName first, ParameterTypes.Happening verb, EffectName second) {
        world.expect(new Statement.InOrder(
                List.of(new Statement.InOrder.Item(first, null), new Statement.InOrder.Item(second, null)),
                defaultWindow()));
    }

    @Then("the {effect} {happens} after {action}")
    public void happensAfter(EffectName effect, ParameterTypes.Happening verb, ParameterTypes.ActionName action) {
        world.expect(new Statement.InOrder(
                List.of(new Statement.InOrder.Item(null, action.name()), new Statement.InOrder.Item(effect, null)),
                defaultWindow()));
    }

    @Then("these happen in order:")
    public void happenInOrder(DataTable table) {
        Words words = new Words(Runs.vocabulary());
        List<Statement.InOrder.Item> items = new ArrayList<>();
        for (String cell : table.asList()) {
            items.add(OrderItems.parse(cell, words));
        }
        if (items.size() < 2) {
            throw new Undecided("an order takes two rows or more");
        }
        world.expect(new Statement.InOrder(items, defaultWindow()));
    }

    @Then("in the end the {effect} has:")
    public void hasInTheEnd(EffectName effect, DataTable table) {
        world.expect(new Statement.InTheEnd(effect, Tables.fields(table, world.scenario()::value), defaultWindow()));
    }

    @Then("the {string} of the {effect} never returns to an earlier value")
    public void neverReturns(String field, EffectName effect) {
        world.expect(new Statement.NeverReturns(effect, field.strip(), defaultWindow()));
    }

    @Then("nothing else happens")
    public void nothingElse() {
        world.expect(new Statement.NothingElse(world.scenario().stated()));
    }

    private List<Count> having(ParameterTypes.Counts counts, DataTable table) {
        List<Field> fields = Tables.fields(table, world.scenario()::value);
        return counts.list().stream()
                .map(count -> new Count(count.effect(), count.min(), count.max(), fields))
                .toList();
    }

    private static Duration defaultWindow() {
        return Runs.vocabulary().defaults().within();
    }
}
