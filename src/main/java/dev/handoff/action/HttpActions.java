package dev.handoff.action;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handoff.journal.ActionStarted;
import dev.handoff.journal.Journal;
import dev.handoff.journal.JsonPath;
import dev.handoff.journal.Message;
import dev.handoff.vocabulary.ActionSpec;
import dev.handoff.vocabulary.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * The HTTP actions of one scenario: it keeps cookies between them, the page that was shown last, and the last requests to
 * send them again.
 */
public final class HttpActions {

    /** The name by which order steps speak of a link that was followed. */
    public static final String LINK = "link";

    private static final Answered NO_ANSWER = new Answered("", 0, Message.EMPTY, Map.of());

    private final String scenario;
    private final Journal journal;
    private final Requests requests;
    private final Values values;
    private final BiConsumer<String, Object> remember;
    private final HttpSender sender;
    private final SystemActions systems;
    private List<Prepared> last = List.of();
    private String lastName;
    private Page page;

    /**
     * Actions of a scenario.
     *
     * @param applicationUrl what paths are relative to
     * @param correlationHeader the header that carries the correlation ID
     * @param values what placeholders stand for
     * @param remember takes the values that answers teach
     */
    public HttpActions(
            String scenario,
            Journal journal,
            String applicationUrl,
            String correlationHeader,
            Values values,
            BiConsumer<String, Object> remember) {
        this(scenario, journal, applicationUrl, correlationHeader, values, remember, Systems.NONE);
    }

    /** The same with systems that actions can do something to themselves. */
    public HttpActions(
            String scenario,
            Journal journal,
            String applicationUrl,
            String correlationHeader,
            Values values,
            BiConsumer<String, Object> remember,
            Systems systems) {
        this.scenario = scenario;
        this.journal = journal;
        this.requests = new Requests(applicationUrl);
        this.values = values;
        this.remember = remember;
        this.sender = new HttpSender(scenario, correlationHeader, journal);
        this.systems = new SystemActions(scenario, journal, sender, systems);
    }

    /**
     * Carries out an action of the vocabulary.
     *
     * @param parameters what the sentence or its table gave
     * @param text the step as written
     * @throws ActionFailed when a value is missing or the application does not answer
     */
    public void perform(ActionSpec action, Map<String, Object> parameters, String text) {
        Values all = name -> parameter(parameters, name).or(() -> values.apply(name));
        String name = action.as().orElse(action.sentence());
        ActionStarted started = journal.actionStarted(scenario, name, text);
        List<Prepared> sent = new ArrayList<>();
        long toApplication = action.requests().stream()
                .filter(request -> request.instead().isEmpty())
                .count();
        for (ActionSpec.Request request : action.requests()) {
            if (request.instead().isPresent()) {
                filled(
                        () -> {
                            systems.perform(request.instead().get(), started.index(), all);
                            learn(request.remember(), NO_ANSWER, all);
                            return null;
                        },
                        text);
                continue;
            }
            Prepared prepared = filled(() -> requests.prepare(request, page, all), text);
            sent.add(prepared);
            Answered answer = send(prepared, started.index(), sent.size() == toApplication);
            filled(
                    () -> {
                        learn(request.remember(), answer, all);
                        return null;
                    },
                    text);
        }
        last = List.copyOf(sent);
        lastName = name;
    }

    private Answered send(Prepared prepared, long action, boolean last) {
        Answered answer = sender.send(prepared, action, last);
        page = Page.of(answer).orElse(page);
        return answer;
    }

    private static <T> T filled(Supplier<T> work, String text) {
        try {
            return work.get();
        } catch (Template.UnknownValue unknown) {
            throw new ActionFailed("\"" + text + "\" needs a value for ${" + unknown.name() + "}, and nothing before it"
                    + " in this scenario gave one");
        }
    }

    private static Optional<Object> parameter(Map<String, Object> parameters, String name) {
        if (parameters.containsKey(name)) {
            Object value = parameters.get(name);
            return Optional.of(value instanceof Money money ? money.toString() : value);
        }
        int dot = name.lastIndexOf('.');
        if (dot > 0 && parameters.get(name.substring(0, dot)) instanceof Money money) {
            return switch (name.substring(dot + 1)) {
                case "minor" -> Optional.of(money.minor());
                case "major" -> Optional.of(money.amount());
                case "currency" -> Optional.of(money.currency().getCurrencyCode());
                default -> Optional.empty();
            };
        }
        return Optional.empty();
    }

    private void learn(Map<String, String> rules, Answered answer, Values all) {
        rules.forEach((name, rule) -> valueFor(rule, answer, all).ifPresent(value -> {
            remember.accept(name, value);
            journal.learn(scenario, name, text(value));
        }));
    }

    private static String text(Object value) {
        return value instanceof JsonNode node ? node.asText() : String.valueOf(value);
    }

    private static Optional<Object> valueFor(String rule, Answered answer, Values all) {
        if (rule.startsWith("$") && !rule.startsWith("${")) {
            JsonNode found = JsonPath.find(answer.content().tree(), rule);
            return found.isMissingNode() || found.isNull()
                    ? Optional.empty()
                    : Optional.of(found.isTextual() ? found.asText() : found);
        }
        if (rule.startsWith("header ")) {
            return answer.content()
                    .header(rule.substring("header ".length()).strip())
                    .map(Object.class::cast);
        }
        if (rule.startsWith("cookie ")) {
            return Optional.ofNullable(
                    answer.cookies().get(rule.substring("cookie ".length()).strip()));
        }
        return rule.equals("status")
                ? Optional.of(answer.status())
                : Optional.of(Template.of(rule).value(all));
    }

    /**
     * Follows a link as a browser does, redirects included.
     *
     * @throws ActionFailed when nobody answers
     */
    public void follow(String link, String text) {
        ActionStarted started = journal.actionStarted(scenario, LINK, text);
        Prepared request = new Prepared("GET", Address.of(link, Map.of()), Message.EMPTY, true);
        send(request, started.index(), true);
        last = List.of(request);
        lastName = LINK;
    }

    /**
     * Sends the requests of the last action again, each exactly as it was.
     *
     * @throws ActionFailed when there was none, or the application does not answer
     */
    public void repeat(String text) {
        ActionStarted started = journal.actionStarted(scenario, repeated(), text);
        for (int i = 0; i < last.size(); i++) {
            send(last.get(i), started.index(), i == last.size() - 1);
        }
    }

    /**
     * Sends the last request so many times at the same moment.
     *
     * @throws ActionFailed when there was none, or the application does not answer
     */
    public void repeatAtOnce(int times, String text) {
        ActionStarted started = journal.actionStarted(scenario, repeated(), text);
        Prepared request = last.get(last.size() - 1);
        ExecutorService senders = Executors.newFixedThreadPool(times);
        CountDownLatch ready = new CountDownLatch(times);
        try {
            List<Future<?>> answers = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                answers.add(senders.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return sender.send(request, started.index(), true);
                }));
            }
            for (Future<?> answer : answers) {
                answer.get();
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof ActionFailed known
                    ? known
                    : new ActionFailed(text + ": " + failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ActionFailed("\"" + text + "\" was interrupted");
        } finally {
            senders.shutdownNow();
        }
    }

    private String repeated() {
        if (last.isEmpty()) {
            throw new ActionFailed("there is no request before this step that could be sent again");
        }
        return "the repeated " + lastName;
    }
}
