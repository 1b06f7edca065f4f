package dev.handoff.expectation;

import dev.handoff.journal.Attributed;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Claim;
import dev.handoff.journal.ProbeChanged;
import dev.handoff.journal.Settlement;
import dev.handoff.journal.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What could be seen of a scenario, and whether that is enough to conclude. */
final class Visibility {

    private final Snapshot snapshot;

    Visibility(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    Instant deadline(Duration within) {
        return snapshot.acted().plus(within);
    }

    /** Whether a window is over and all of it was seen, its last instant included. */
    boolean closed(String system, Instant deadline) {
        return snapshot.taken().isAfter(deadline) && snapshot.seen(system, deadline.plusNanos(1));
    }

    /** Whether everything before an instant was seen. */
    boolean seenBefore(String system, Instant instant) {
        return snapshot.seen(system, instant);
    }

    boolean gaveUp() {
        return snapshot.settlement().state() == Settlement.State.GAVE_UP;
    }

    boolean settled() {
        return snapshot.settlement().state() == Settlement.State.SETTLED;
    }

    /** Up to where everything must have been seen for what is said of the whole scenario. */
    Instant end() {
        Instant upTo = snapshot.settlement().upTo();
        return upTo == null ? snapshot.taken() : upTo;
    }

    /** Why not everything of an effect can have been seen from the scenario's start to an instant. */
    List<String> gaps(EffectName effect, Instant to) {
        List<String> gaps = new ArrayList<>();
        gap(effect.system(), to).ifPresent(gaps::add);
        unasked(effect).ifPresent(gaps::add);
        return gaps;
    }

    /** The same for every system that is watched. */
    List<String> gaps(Instant to) {
        List<String> gaps = new ArrayList<>();
        snapshot.looked().sights().keySet().stream()
                .filter(system -> !system.equals(Statement.Reaches.SIGHT))
                .forEach(system -> gap(system, to).ifPresent(gaps::add));
        return gaps;
    }

    /** Which other systems had gone by an instant: what hangs on them cannot have come, whatever the application did. */
    List<String> away(String system, Instant to) {
        return snapshot.looked().sights().keySet().stream()
                .filter(other -> !other.equals(system))
                .flatMap(other -> outage(other, to).stream())
                .map(gap -> gap + "; what is missing may have needed it")
                .toList();
    }

    /** What no system could be asked for. */
    List<String> unasked() {
        List<String> unasked = new ArrayList<>();
        snapshot.looked().sights().forEach((system, sight) -> sight.unasked()
                .forEach((effect, reason) -> unasked.add(unasked(system, effect, reason))));
        return unasked;
    }

    /** Whether the last look, which may be older than what taught its value, could not ask for an effect. */
    boolean isUnasked(EffectName effect) {
        return unasked(effect).isPresent();
    }

    private Optional<String> unasked(EffectName effect) {
        return Optional.ofNullable(snapshot.looked().sights().get(effect.system()))
                .map(sight -> sight.unasked().get(effect.name()))
                .map(reason -> unasked(effect.system(), effect.name(), reason));
    }

    private static String unasked(String system, String effect, String reason) {
        return system + " was never asked for the " + effect + ": " + reason;
    }

    private Optional<String> gap(String system, Instant to) {
        Optional<String> outage = outage(system, to);
        boolean proven = snapshot.probes().stream()
                .anyMatch(change -> change.system().equals(system)
                        && !change.at().isAfter(snapshot.started().at()));
        return outage.isPresent() || proven
                ? outage
                : Optional.of("the probe of " + system + " was never seen working");
    }

    private Optional<String> outage(String system, Instant to) {
        Instant began = snapshot.started().at();
        ProbeChanged before = null;
        ProbeChanged down = null;
        for (ProbeChanged change : snapshot.probes()) {
            if (!change.system().equals(system)) {
                continue;
            }
            if (down != null) {
                if (change.up()) {
                    return Optional.of(wasDown(down, change));
                }
            } else if (!change.at().isAfter(began)) {
                before = change;
            } else if (!change.up() && !change.from().isAfter(to)) {
                down = change;
            }
        }
        if (down != null) {
            return Optional.of(wasDown(down, null));
        }
        return before == null || before.up()
                ? Optional.empty()
                : Optional.of("the probe of " + system + " was down when the scenario began: " + before.detail());
    }

    private String wasDown(ProbeChanged down, ProbeChanged up) {
        return "the probe of " + down.system() + " was down during the scenario: " + down.detail() + ", "
                + sinceStart(down.from()) + (up == null ? " on" : " to " + moment(up.at()));
    }

    private String sinceStart(Instant instant) {
        return instant.isBefore(snapshot.started().at()) ? "from its start" : "from " + moment(instant);
    }

    private String moment(Instant instant) {
        return "+" + Shown.seconds(snapshot.started().at(), instant);
    }

    /** The verdict that holds once nothing more can come; until then, or if that can't be known, why not. */
    Verdict onceSettled(String subject, String expected, String observed, List<String> gaps, Supplier<Verdict> met) {
        if (gaveUp()) {
            List<String> reasons = new ArrayList<>(gaps);
            snapshot.settlement().evidence().stream()
                    .map(phrase -> "not at rest after the longest wait: " + phrase)
                    .forEach(reasons::add);
            return Verdict.inconclusive(subject, expected, observed, reasons);
        }
        if (!settled()) {
            return Verdict.open(subject, expected, observed, "the scenario has not settled yet");
        }
        return gaps.isEmpty() ? met.get() : Verdict.inconclusive(subject, expected, observed, gaps);
    }

    /** What the settling rests on. */
    List<String> evidence() {
        List<String> evidence = new ArrayList<>(snapshot.settlement().evidence());
        if (snapshot.settlement().byTimeAlone()) {
            evidence.add("by time alone");
        }
        return evidence;
    }

    /** Why something may or may not have happened in time. */
    static String straddles(long index) {
        return "#" + index + " happened either before or after the window closed: its time is not known more exactly";
    }

    /** What is to be known of a delivery that no scenario claims. */
    static String stray(Captured stray) {
        return "#" + stray.index() + " is another " + stray.label() + " in this time that fits no scenario";
    }

    /** A verdict that is met, if deliveries that fit no scenario and would break it if they were its own leave it so. */
    Verdict besideStrays(
            Expectation.Strays strays, List<Captured> breaking, String subject, String expected, Verdict met) {
        if (strays == Expectation.Strays.IGNORE || breaking.isEmpty()) {
            return met;
        }
        List<String> notes = breaking.stream().map(Visibility::stray).toList();
        return strays == Expectation.Strays.FAIL
                ? Verdict.inconclusive(subject, expected, met.observed(), notes)
                : Verdict.met(
                        met.observed(),
                        met.evidence(),
                        Stream.concat(met.notes().stream(), notes.stream()).toList(),
                        met.decidedBy());
    }

    /** Why a delivery belongs to nobody. */
    String contest(Attributed contested) {
        return "#" + contested.captured().index() + " " + contested.captured().label() + " fits this scenario and "
                + others(contested) + " (" + contested.proof() + "), so it belongs to neither";
    }

    /** The names of the other scenarios that a delivery fits. */
    String others(Attributed delivery) {
        return delivery.claims().stream()
                .map(Claim::scenario)
                .filter(scenario -> !scenario.equals(snapshot.started().scenario()))
                .map(scenario -> "\"" + snapshot.scenarioNames().getOrDefault(scenario, scenario) + "\"")
                .distinct()
                .collect(Collectors.joining(" and "));
    }
}
