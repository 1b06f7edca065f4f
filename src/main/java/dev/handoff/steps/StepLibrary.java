package dev.handoff.steps;

import dev.handoff.vocabulary.ActionSpec;
import dev.handoff.vocabulary.FaultSpec;
import io.cucumber.core.backend.Lookup;
import io.cucumber.cucumberexpressions.Argument;
import io.cucumber.cucumberexpressions.Expression;
import io.cucumber.cucumberexpressions.ExpressionFactory;
import io.cucumber.cucumberexpressions.ParameterTypeRegistry;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Every sentence that Handoff understands, the vocabulary's and its own, outside of a run of Cucumber. */
final class StepLibrary {

    static final List<Class<?>> CLASSES = List.of(
            EffectSteps.class,
            AttemptSteps.class,
            ResponseSteps.class,
            WorkflowSteps.class,
            ApprovalSteps.class,
            RequestSteps.class,
            LinkSteps.class,
            RedeliverySteps.class,
            RestartSteps.class,
            MailFaultSteps.class,
            FaultSteps.class,
            OutageSteps.class);

    private final List<Sentence> sentences = new ArrayList<>();
    private final List<Sentence> named = new ArrayList<>();

    StepLibrary(Words words) {
        ParameterTypeRegistry registry = new ParameterTypeRegistry(Locale.ENGLISH);
        ParameterTypes.of(words).forEach(registry::defineParameterType);
        ExpressionFactory factory = new ExpressionFactory(registry);
        for (ActionSpec action : words.vocabulary().actions()) {
            sentences.add(ofVocabulary(action, factory));
        }
        for (FaultSpec fault : words.vocabulary().faults()) {
            named.add(ofVocabulary(fault, factory));
        }
        for (Class<?> steps : CLASSES) {
            for (Method method : steps.getDeclaredMethods()) {
                expressions(method).forEach(text -> sentences.add(ofLibrary(method, factory.createExpression(text))));
            }
        }
    }

    private static Sentence ofVocabulary(FaultSpec fault, ExpressionFactory factory) {
        return new Sentence(
                factory.createExpression(fault.expression()),
                new Type[0],
                false,
                false,
                (world, arguments) -> new FaultSentence(fault, only(world)).execute(arguments));
    }

    private static Stream<String> expressions(Method method) {
        return Stream.of(
                        Arrays.stream(method.getAnnotationsByType(Given.class)).map(Given::value),
                        Arrays.stream(method.getAnnotationsByType(When.class)).map(When::value),
                        Arrays.stream(method.getAnnotationsByType(Then.class)).map(Then::value))
                .flatMap(values -> values);
    }

    private static Sentence ofVocabulary(ActionSpec action, ExpressionFactory factory) {
        return new Sentence(
                factory.createExpression(action.expression()),
                new Type[0],
                action.table(),
                false,
                (world, arguments) -> new ActionSentence(action, only(world)).execute(arguments));
    }

    private static Lookup only(World world) {
        return new Lookup() {
            @Override
            public <T> T getInstance(Class<T> type) {
                return type.cast(world);
            }
        };
    }

    private static Sentence ofLibrary(Method method, Expression expression) {
        Class<?>[] types = method.getParameterTypes();
        boolean table = types.length > 0 && types[types.length - 1] == DataTable.class;
        return new Sentence(
                expression,
                method.getGenericParameterTypes(),
                table,
                method.isAnnotationPresent(Given.class),
                (world, arguments) -> call(method, world, arguments));
    }

    private static void call(Method method, World world, Object[] arguments) {
        try {
            method.invoke(method.getDeclaringClass().getConstructor(World.class).newInstance(world), arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(thrown.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The step that a text means, if it is one of these. */
    Optional<Found> find(String text) {
        return own(text).or(() -> find(text, named));
    }

    /** The same of a step that is no misfortune of the vocabulary. */
    Optional<Found> own(String text) {
        return find(text, sentences);
    }

    /** The sentences that make a system misbehave, as they are defined. */
    List<String> faultSentences() {
        return sentences.stream()
                .filter(sentence -> sentence.plansFault)
                .map(sentence -> sentence.expression.getSource())
                .toList();
    }

    private static Optional<Found> find(String text, List<Sentence> among) {
        for (Sentence sentence : among) {
            List<Argument<?>> arguments = sentence.expression.match(text, sentence.types);
            if (arguments != null) {
                return Optional.of(new Found(sentence, arguments));
            }
        }
        return Optional.empty();
    }

    /** What a step does. */
    private interface Body {
        void execute(World world, Object[] arguments);
    }

    private record Sentence(Expression expression, Type[] types, boolean table, boolean plansFault, Body body) {}

    /** A sentence and the values of its parameters. */
    record Found(Sentence sentence, List<Argument<?>> arguments) {

        /** Whether it makes a system misbehave, as every sentence of Handoff does that begins with Given. */
        boolean plansFault() {
            return sentence.plansFault;
        }

        boolean takesTable() {
            return sentence.table;
        }

        /** Carries it out in a world, with its table if it takes one. */
        void execute(World world, DataTable table) {
            List<Object> values = new ArrayList<>();
            arguments.forEach(argument -> values.add(argument.getValue()));
            if (sentence.table) {
                values.add(table);
            }
            sentence.body.execute(world, values.toArray());
        }
    }
}
