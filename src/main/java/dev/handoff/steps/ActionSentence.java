package dev.handoff.steps;

import dev.handoff.vocabulary.ActionSpec;
import io.cucumber.core.backend.Lookup;
import io.cucumber.core.backend.ParameterInfo;
import io.cucumber.core.backend.StepDefinition;
import io.cucumber.core.backend.TypeResolver;
import io.cucumber.datatable.DataTable;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A sentence of the vocabulary as a step definition. */
final class ActionSentence implements StepDefinition {

    private final ActionSpec action;
    private final Lookup lookup;

    ActionSentence(ActionSpec action, Lookup lookup) {
        this.action = action;
        this.lookup = lookup;
    }

    @Override
    public void execute(Object[] arguments) {
        Map<String, Object> parameters = new HashMap<>();
        for (int i = 0; i < action.parameters().size(); i++) {
            parameters.put(action.parameters().get(i), arguments[i]);
        }
        World world = lookup.getInstance(World.class);
        if (action.table()) {
            DataTable table = (DataTable) arguments[arguments.length - 1];
            Tables.pairs(table)
                    .forEach((name, cell) -> parameters.put(name, Tables.filled(cell, world.scenario()::value)));
        }
        world.scenario().perform(action, parameters, CurrentStep.source().text());
    }

    @Override
    public List<ParameterInfo> parameterInfos() {
        List<ParameterInfo> infos =
                new ArrayList<>(Collections.nCopies(action.parameters().size(), info(Object.class)));
        if (action.table()) {
            infos.add(info(DataTable.class));
        }
        return infos;
    }

    private static ParameterInfo info(Type type) {
        return new ParameterInfo() {
            @Override
            public Type getType() {
                return type;
            }

            @Override
            public boolean isTransposed() {
                return false;
            }

            @Override
            public TypeResolver getTypeResolver() {
                return () -> type;
            }
        };
    }

    @Override
    public String getPattern() {
        return action.expression();
    }

    @Override
    public boolean isDefinedAt(StackTraceElement element) {
        return false;
    }

    @Override
    public String getLocation() {
        return action.place().fileAndLine();
    }
}
