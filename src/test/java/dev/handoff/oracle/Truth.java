package dev.handoff.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Everything about a story, by brute force; a place is the position of a line, and what stands before it has happened. */
final class Truth {

    static final long SKEW = 5;

    final Story story;
    final List<Line> lines;
    final List<Effect> effects = new ArrayList<>();
    private final List<String> scenarios;
    private final Map<String, Integer> begins = new HashMap<>();
    private final Map<String, List<Integer>> turns = new HashMap<>();
    private final Map<String, List<Integer>> polls = new HashMap<>();
    private final Set<String> unasked = new HashSet<>();
    private final Map<Integer, Map<Effect, Set<String>>> owners = new HashMap<>();

    Truth(Story story) {
        this.story = story;
        this.lines = story.lines();
        this.scenarios = story.scenarios();
        scenarios.forEach(scenario -> begins.put(
                scenario,
                IntStream.range(0, lines.size())
                        .filter(i -> lines.get(i).is("begin", scenario))
                        .findFirst()
                        .orElseThrow()));
        for (int place = 0; place < lines.size(); place++) {
            Line line = lines.get(place);
            if (line.is("up") || line.is("down")) {
                turns.computeIfAbsent(line.what(), none -> new ArrayList<>()).add(place);
            } else if (line.is("poll")) {
                polls.computeIfAbsent(line.what(), none -> new ArrayList<>()).add(place);
            } else if (line.is("unasked")) {
                unasked.add(line.what() + " " + line.fact("kind"));
            }
        }
        for (int place = 0; place < lines.size(); place++) {
            if (lines.get(place).is("happen")) {
                effects.add(withChanges(effect(place)));
            }
        }
    }

    private Effect effect(int place) {
        Line line = lines.get(place);
        String system = line.says("kind") ? Story.systemOf(line.fact("kind")) : line.fact("system");
        if (Story.isPushed(system)) {
            int seen = isUp(system, place) ? place : Integer.MAX_VALUE;
            return new Effect(place, line, seen, line.at(), line.at(), Effect.values(line), List.of());
        }
        boolean asked = !isUnasked(line.fact("by"), line.fact("kind"));
        int poll = polls.getOrDefault(system, List.of()).stream()
                .filter(i -> asked && i > place && isUp(system, i))
                .findFirst()
                .orElse(Integer.MAX_VALUE);
        long seen = poll == Integer.MAX_VALUE ? Long.MAX_VALUE : lines.get(poll).at();
        long earliest = line.at();
        long latest = Math.min(line.at() + 1, seen);
        if (line.says("stamp")) {
            earliest = line.at() + line.number("stamp") - SKEW;
            latest = Math.min(earliest + 2 * SKEW, seen);
        } else if (line.says("made")) {
            earliest = line.at() - line.number("made");
            latest = seen;
        } else if (system.equals("ledger")) {
            earliest = seenUpTo(system, place).orElse(0L);
            latest = seen;
        }
        return new Effect(place, line, poll, earliest, latest, Effect.values(line), List.of());
    }

    /** What each poll shows of it: its last state by then. */
    private Effect withChanges(Effect first) {
        List<Line> changes = lines.stream()
                .filter(line -> line.is("change", first.line().what()))
                .toList();
        if (changes.isEmpty() || first.seenAt() == Integer.MAX_VALUE || !Story.lasts(first.kind())) {
            return first;
        }
        Effect shown = first;
        Effect found = first;
        List<Effect> states = new ArrayList<>();
        int seen = first.seenAt();
        for (int poll : polls.getOrDefault(first.system(), List.of())) {
            if (poll < first.seenAt() || !isUp(first.system(), poll)) {
                continue;
            }
            Optional<Line> last = lines.subList(first.place() + 1, poll).stream()
                    .filter(changes::contains)
                    .reduce((earlier, later) -> later);
            if (last.isPresent() && !last.get().sameAmount(shown.line())) {
                shown = first.since(
                        last.get(), poll, lines.get(seen).at(), lines.get(poll).at());
                if (poll == first.seenAt()) {
                    found = first.foundAs(last.get());
                    shown = found;
                } else {
                    states.add(shown);
                }
            }
            seen = poll;
        }
        return found.with(states);
    }

    boolean isUnasked(String scenario, String kind) {
        return unasked.contains(scenario + " " + kind);
    }

    boolean isUp(String system, int place) {
        boolean up = false;
        for (int turn : turns.getOrDefault(system, List.of())) {
            if (turn <= place) {
                up = lines.get(turn).is("up");
            }
        }
        return up;
    }

    private boolean hasTurned(String system, int place) {
        return turns.getOrDefault(system, List.of()).stream().anyMatch(turn -> turn <= place);
    }

    boolean wasUpAtTheStart(String scenario, String system) {
        return isUp(system, begin(scenario));
    }

    boolean wasEverUpBefore(String scenario, String system) {
        return hasTurned(system, begin(scenario));
    }

    /** Whether a probe went down after a scenario began and not later than at an instant. */
    boolean wentDown(String scenario, String system, int place, long to) {
        return turns.getOrDefault(system, List.of()).stream()
                .filter(turn -> turn > begin(scenario) && turn < place)
                .map(lines::get)
                .anyMatch(line -> line.is("down") && line.at() <= to);
    }

    /** Everything before this instant has been captured, as the probe says. */
    Optional<Long> seenUpTo(String system, int place) {
        if (Story.isPushed(system)) {
            boolean away = hasTurned(system, place) && !isUp(system, place);
            return away ? Optional.empty() : Optional.of(lines.get(place).at());
        }
        Optional<Long> seen = Optional.empty();
        for (int poll : polls.getOrDefault(system, List.of())) {
            if (poll <= place && isUp(system, poll)) {
                seen = Optional.of(lines.get(poll).at());
            }
        }
        return seen;
    }

    int begin(String scenario) {
        return begins.get(scenario);
    }

    List<Line> acts(String scenario, int place) {
        return lines.subList(0, place).stream()
                .filter(line -> line.is("act", scenario))
                .toList();
    }

    long anchor(String scenario, int place) {
        return acts(scenario, place).stream()
                .reduce((earlier, later) -> later)
                .map(Line::at)
                .orElse(lines.get(begin(scenario)).at());
    }

    /** What a scenario's actions so far will still cause: everything until it acts again. */
    List<Line> toCome(String scenario, int place) {
        List<Line> coming = new ArrayList<>();
        for (Line line : lines.subList(place + 1, lines.size())) {
            if (line.is("act", scenario)) {
                break;
            }
            if (line.is("answer", scenario) || line.isWorkOf(scenario)) {
                coming.add(line);
            }
        }
        return coming;
    }

    /** When the scenario's part of the application last did something. */
    long lastWork(String scenario, int place) {
        return lines.subList(0, place).stream()
                .filter(line -> line.isWorkOf(scenario) || line.is("act", scenario) || line.is("answer", scenario))
                .mapToLong(Line::at)
                .max()
                .orElse(lines.get(begin(scenario)).at());
    }

    /** The scenarios that each captured delivery fits by what is known at a place; none for a stray. */
    Map<Effect, Set<String>> owners(int place) {
        return owners.computeIfAbsent(place, this::fit);
    }

    private Map<Effect, Set<String>> fit(int place) {
        Map<Effect, Set<String>> fits = new LinkedHashMap<>();
        List<Effect> seen =
                effects.stream().filter(effect -> effect.isSeenBy(place)).toList();
        for (Effect effect : seen) {
            Set<String> marked = new TreeSet<>();
            if (effect.line().says("corr")) {
                marked.add(effect.line().fact("corr"));
            } else if (effect.line().says("tracer")) {
                marked.add(effect.line().fact("tracer"));
            }
            fits.put(effect, marked);
        }
        for (String scenario : scenarios) {
            int begin = begin(scenario);
            if (begin <= place) {
                claimByKeys(scenario, begin, place, seen, fits);
            }
        }
        return fits;
    }

    private void claimByKeys(String scenario, int begin, int place, List<Effect> seen, Map<Effect, Set<String>> fits) {
        Set<Map.Entry<String, String>> held = new HashSet<>();
        for (Line line : lines.subList(0, place + 1)) {
            if (line.is("act", scenario) || line.is("answer", scenario)) {
                line.facts().forEach((name, value) -> {
                    if (name.startsWith("body:")) {
                        held.add(Map.entry(name.substring(5), value));
                    }
                });
            }
        }
        boolean more = true;
        while (more) {
            more = false;
            for (Effect effect : seen) {
                boolean marked = effect.line().says("corr") || effect.line().says("tracer");
                if (!marked
                        && effect.seenAt() > begin
                        && effect.values().stream()
                                .anyMatch(carried -> held.stream().anyMatch(key -> isOf(carried, key)))) {
                    fits.get(effect).add(scenario);
                }
                if (fits.get(effect).contains(scenario)) {
                    for (Effect.Carried carried : effect.values()) {
                        if (Set.of("body", "header", "alias").contains(carried.where())) {
                            more |= held.add(Map.entry(carried.name(), carried.value()));
                        }
                    }
                }
            }
        }
    }

    private static boolean isOf(Effect.Carried carried, Map.Entry<String, String> key) {
        String value = key.getValue();
        boolean same = value.contains("@")
                ? value.toLowerCase(Locale.ROOT).equals(carried.value().toLowerCase(Locale.ROOT))
                : value.equals(carried.value());
        if (!same || carried.where().equals("inside")) {
            return false;
        }
        boolean number = value.chars().allMatch(Character::isDigit);
        boolean tells = value.length() >= (number ? 6 : 4);
        return tells && (!number || carried.where().equals("text"))
                || Set.of("body", "header", "alias", "query").contains(carried.where())
                        && carried.name().equals(key.getKey());
    }

    /** Own, or nobody's but surely this scenario's doing because no probe has seen it. */
    boolean isOwned(String scenario, Effect effect, int place) {
        return effect.isSeenBy(place)
                ? owners(place).get(effect).equals(Set.of(scenario))
                : effect.isBy(scenario) && effect.isMarked();
    }

    boolean isContested(String scenario, Effect effect, int place) {
        Set<String> fits = owners(place).getOrDefault(effect, Set.of());
        return fits.size() > 1 && fits.contains(scenario);
    }

    boolean isStray(String scenario, Effect effect, int place) {
        return effect.isSeenBy(place)
                && effect.seenAt() > begin(scenario)
                && owners(place).get(effect).isEmpty();
    }
}
