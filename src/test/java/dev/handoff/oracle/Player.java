package dev.handoff.oracle;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handoff.journal.Capture;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Disposition;
import dev.handoff.journal.Journal;
import dev.handoff.journal.JournalSettings;
import dev.handoff.journal.Message;
import dev.handoff.journal.Settlement;
import dev.handoff.journal.Sight;
import dev.handoff.journal.ToldClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Tells a story to a real journal, probe by probe, and looks where the story says so. */
final class Player {

    static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    static final long QUIET = 200;
    static final long RETRY_HORIZON = 400;

    private static final JournalSettings KEYS = new JournalSettings(
            Map.of("order_id", List.of("order_number"), "refund_id", List.of(), "email", List.of()), Set.of());

    private final Truth truth;
    private final ToldClock clock = new ToldClock(START);
    private final Journal journal = clock.journal(KEYS);
    private final Map<Long, Effect> effects = new HashMap<>();
    private final Map<Effect, Captured> captured = new HashMap<>();
    private final List<Look> looks = new ArrayList<>();

    private Player(Truth truth) {
        this.truth = truth;
    }

    static List<Look> looks(Truth truth) {
        Player player = new Player(truth);
        for (int place = 0; place < truth.lines.size(); place++) {
            player.play(place, truth.lines.get(place));
        }
        return player.looks;
    }

    static String id(String scenario) {
        return "6f1c1c8e-0000-4000-8000-" + String.format("%012x", (int) scenario.charAt(0));
    }

    static Instant instant(long at) {
        return START.plusMillis(at);
    }

    private void play(int place, Line line) {
        clock.is(line.at());
        switch (line.verb()) {
            case "begin" ->
                journal.startScenario(id(line.what()), line.what(), "a.feature", 1, List.of(tracer(line.what())));
            case "up" -> journal.probeChanged(line.what(), true, "its canary came back");
            case "down" -> journal.probeChanged(line.what(), false, "connection lost");
            case "act" -> {
                journal.actionStarted(id(line.what()), line.fact("name"), "When it is done");
                journal.requestLeaves(id(line.what()), Message.json(body(line)));
            }
            case "answer" ->
                journal.exchanged(
                        id(line.what()),
                        1,
                        journal.now(),
                        "POST",
                        "http://shop/orders",
                        Message.EMPTY,
                        201,
                        Message.json(body(line)),
                        false);
            case "look" -> looks.add(look(place, line));
            default -> {}
        }
        if (line.is("happen") || line.is("poll")) {
            truth.effects.stream().filter(effect -> effect.seenAt() == place).forEach(this::capture);
            truth.effects.forEach(effect -> effect.states().stream()
                    .filter(state -> state.seenAt() == place)
                    .forEach(this::change));
        }
    }

    private void change(Effect state) {
        journal.changed(captured.get(state), instant(state.earliest()), message(state))
                .ifPresent(changed -> effects.put(changed.index(), state));
    }

    private void capture(Effect effect) {
        Line line = effect.line();
        boolean pushed = Story.isPushed(effect.system());
        Map<String, String> properties = new LinkedHashMap<>();
        effect.values().stream()
                .filter(carried -> carried.where().equals("query"))
                .forEach(carried -> properties.put("query." + carried.name(), carried.value()));
        Capture seen = new Capture(
                effect.system(),
                effect.kind(),
                disposition(line),
                pushed ? Optional.empty() : Optional.of(instant(effect.earliest())),
                pushed ? Optional.empty() : Optional.of(instant(effect.latest())),
                "POST /" + effect.system(),
                properties,
                message(effect),
                effect.status(),
                null,
                line.fact("key"),
                null);
        Captured one = Story.lasts(effect.kind()) ? journal.captureLasting(seen) : journal.capture(seen);
        captured.put(effect, one);
        effects.put(one.index(), effect);
    }

    private Message message(Effect effect) {
        Line line = effect.line();
        Map<String, List<String>> headers = new LinkedHashMap<>();
        ObjectNode body = body(line);
        List<String> words = new ArrayList<>();
        if (line.says("corr")) {
            correlate(line, headers, body);
        }
        if (line.says("tracer")) {
            body.put("reference", tracer(line.fact("tracer")));
        }
        for (Effect.Carried carried : effect.values()) {
            switch (carried.where()) {
                case "header" -> headers.put(carried.name().replace('_', '-'), List.of(carried.value()));
                case "alias" -> body.put("orderNumber", carried.value());
                case "foreign" -> body.put("note_" + carried.name(), carried.value());
                case "list" -> body.withArray("recipients").add(carried.value());
                case "text" -> words.add("about " + carried.value() + ", as asked.");
                case "inside" -> words.add("about x" + carried.value() + "9 and " + carried.value() + "0");
                default -> {}
            }
        }
        if (!words.isEmpty()) {
            body.put("text", String.join(" ", words));
        }
        if (line.says("amount")) {
            body.put("amount", line.number("amount"));
        }
        if (line.says("key")) {
            headers.put("Idempotency-Key", List.of(line.fact("key")));
        }
        return new Message(headers, "application/json", body.toString(), line.says("cut") ? 100 : 0);
    }

    private static Disposition disposition(Line line) {
        return line.says("disposition")
                ? Disposition.valueOf(line.fact("disposition").toUpperCase(Locale.ROOT))
                : Disposition.ACCEPTED;
    }

    private static void correlate(Line line, Map<String, List<String>> headers, ObjectNode body) {
        String id = id(line.fact("corr"));
        switch (line.says("corr-in") ? line.fact("corr-in") : "header") {
            case "trace" -> headers.put("traceparent", List.of("00-" + id.replace("-", "") + "-00f067aa0ba902b7-01"));
            case "field" -> body.put("correlation", id);
            default -> headers.put("X-Correlation-Id", List.of(id));
        }
    }

    private static ObjectNode body(Line line) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        line.facts().forEach((name, value) -> {
            if (name.startsWith("body:")) {
                body.put(name.substring(5), value);
            }
        });
        return body;
    }

    private static String tracer(String scenario) {
        return "REF-" + scenario;
    }

    private Look look(int place, Line line) {
        String scenario = line.what();
        List<String> pending = pending(scenario, place, line.at(), line.says("proven"));
        Settlement settlement = !pending.isEmpty()
                ? Settlement.OPEN
                : new Settlement(
                        Settlement.State.SETTLED,
                        line.says("proven") ? List.of("quiet for 0.2 s", "outbox empty") : List.of("quiet for 0.2 s"),
                        !line.says("proven"));
        return new Look(
                scenario,
                place,
                line.at(),
                line.says("last"),
                pending,
                journal.glance(id(scenario), sights(scenario, place), settlement),
                Map.copyOf(effects));
    }

    private Map<String, Sight> sights(String scenario, int place) {
        Map<String, Sight> sights = new TreeMap<>();
        for (String system : Story.SYSTEMS) {
            Map<String, String> unasked = new TreeMap<>();
            truth.lines.stream()
                    .filter(line -> line.is("unasked", scenario)
                            && Story.systemOf(line.fact("kind")).equals(system))
                    .forEach(line -> unasked.put(line.fact("kind"), "refund_id is not known"));
            sights.put(
                    system,
                    new Sight(
                            truth.seenUpTo(system, place).map(Player::instant).orElse(null),
                            system + " asked now and then",
                            unasked));
        }
        return sights;
    }

    /** Why a scenario is not at rest, told truthfully; with proof only what is really over counts as over. */
    private List<String> pending(String scenario, int place, long now, boolean proven) {
        List<String> pending = new ArrayList<>();
        long last = Duration.between(START, journal.lastChange(id(scenario))).toMillis();
        if (now < last + QUIET) {
            pending.add("something happened " + (now - last) + " ms ago");
        }
        truth.effects.stream()
                .filter(effect -> effect.isSeenBy(place)
                        && truth.isOwned(scenario, effect, place)
                        && "rejected".equals(effect.line().fact("disposition"))
                        && now < effect.at() + RETRY_HORIZON
                        && truth.effects.stream().noneMatch(later -> isSuccess(scenario, effect, later, place)))
                .forEach(effect -> pending.add(effect.line().what() + " may be tried again"));
        for (String system : Story.SYSTEMS) {
            if (truth.seenUpTo(system, place).orElse(-1L) < last + QUIET) {
                pending.add(system + " has not been seen so far");
            }
        }
        if (proven && pending.isEmpty()) {
            List<Line> coming = truth.toCome(scenario, place);
            if (!coming.isEmpty()) {
                pending.add("outbox holds " + coming.size());
            }
            for (String system : Story.SYSTEMS) {
                if (!Story.isPushed(system)
                        && truth.seenUpTo(system, place).orElse(-1L) <= truth.lastWork(scenario, place)) {
                    pending.add(system + " was not asked once more");
                }
            }
        }
        return pending;
    }

    private boolean isSuccess(String scenario, Effect refused, Effect later, int place) {
        return later.isSeenBy(place)
                && later.place() > refused.place()
                && truth.isOwned(scenario, later, place)
                && !"rejected".equals(later.line().fact("disposition"))
                && java.util.Objects.equals(refused.kind(), later.kind())
                && java.util.Objects.equals(
                        refused.line().fact("key"), later.line().fact("key"));
    }
}
