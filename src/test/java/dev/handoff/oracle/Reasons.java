package dev.handoff.oracle;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks by the truth every reason that an inconclusive verdict gives. */
final class Reasons {

    private static final Pattern ENTRY = Pattern.compile("#(\\d+)");
    private static final Pattern SYSTEM = Pattern.compile("(?:the probe of |nothing watches )?(\\w+)");

    private final Truth truth;
    private final Look look;
    private final Look.Judged judged;
    private final Line said;
    private final List<Effect> turnsOn;

    Reasons(Truth truth, Look look, Look.Judged judged, Line said, List<Effect> turnsOn) {
        this.truth = truth;
        this.look = look;
        this.judged = judged;
        this.said = said;
        this.turnsOn = turnsOn;
    }

    Optional<String> falseReason() {
        if (judged.verdict().outcome() != dev.handoff.expectation.Outcome.INCONCLUSIVE) {
            return Optional.empty();
        }
        List<String> reasons = judged.verdict().findings().stream()
                .flatMap(finding -> finding.notes().stream())
                .toList();
        if (reasons.isEmpty()) {
            return Optional.of("it is inconclusive without a reason");
        }
        return reasons.stream()
                .filter(reason -> !isTrue(reason))
                .findFirst()
                .map(reason -> "this reason is not true: " + reason);
    }

    private boolean isTrue(String reason) {
        String me = look.scenario();
        String system = system(reason);
        if (reason.contains("was down during the scenario")) {
            return truth.wentDown(me, system, look.place(), look.at());
        }
        if (reason.contains("was down when the scenario began")) {
            return truth.wasEverUpBefore(me, system) && !truth.wasUpAtTheStart(me, system);
        }
        if (reason.contains("was never seen working")) {
            return !truth.wasEverUpBefore(me, system);
        }
        if (reason.contains("was never asked for the")) {
            return truth.lines.stream()
                    .anyMatch(line -> line.is("unasked", me) && reason.contains("the " + line.fact("kind") + ":"));
        }
        if (reason.contains("so it belongs to neither")) {
            Effect effect = effect(reason);
            return truth.isContested(me, effect, look.place())
                    && turnsOn.contains(effect)
                    && truth.owners(look.place()).get(effect).stream()
                            .filter(other -> !other.equals(me))
                            .allMatch(other -> reason.contains("\"" + other + "\""));
        }
        if (reason.contains("before or after the window closed")) {
            Effect effect = effect(reason);
            return effect.earliest() <= deadline() && effect.latest() > deadline() && turnsOn.contains(effect);
        }
        if (reason.contains("happened either before or after")) {
            Effect effect = effect(reason);
            long begin = actionAt();
            return effect.earliest() < begin && effect.latest() >= begin;
        }
        if (reason.contains(" overlap: ")) {
            return overlap(reason);
        }
        if (reason.contains("that fits no scenario")) {
            return truth.isStray(me, effect(reason), look.place());
        }
        if (reason.contains("not at rest after the longest wait") || reason.contains("work may still be in flight")) {
            return judged.gaveUp();
        }
        if (reason.contains("has not seen the whole window")) {
            return truth.seenUpTo(system, look.place()).orElse(-1L) <= deadline();
        }
        if (reason.contains("has not seen up to")) {
            return truth.seenUpTo(system, look.place()).orElse(-1L) < actionAt();
        }
        if (reason.contains("the probe has not seen so far yet")) {
            return truth.seenUpTo(Story.systemOf(said.fact("kind")), look.place())
                            .orElse(-1L)
                    < actionAt();
        }
        if (reason.equals("the window has not closed yet")) {
            return Story.SYSTEMS.stream()
                    .anyMatch(one -> truth.seenUpTo(one, look.place()).orElse(-1L) <= deadline());
        }
        if (reason.equals("the scenario has not settled yet")) {
            return !look.pending().isEmpty();
        }
        if (reason.endsWith("has not happened")) {
            return truth.acts(me, look.place()).stream()
                    .noneMatch(act -> act.fact("name").equals(reason.substring(0, reason.indexOf(' '))));
        }
        if (reason.contains("was cut at")) {
            return effect(reason).line().says("cut");
        }
        return false;
    }

    private boolean overlap(String reason) {
        Matcher entries = ENTRY.matcher(reason);
        entries.find();
        long[] a = interval(Long.parseLong(entries.group(1)));
        entries.find();
        long[] b = interval(Long.parseLong(entries.group(1)));
        return a[0] <= b[1] && b[0] <= a[1];
    }

    private long[] interval(long entry) {
        Effect effect = look.effects().get(entry);
        if (effect != null) {
            return new long[] {effect.earliest(), effect.latest()};
        }
        return judged.snapshot().entries().stream()
                .filter(one -> one.index() == entry)
                .map(one -> java.time.Duration.between(Player.START, one.at()).toMillis())
                .map(at -> new long[] {at, at})
                .findFirst()
                .orElseThrow();
    }

    private long actionAt() {
        return truth.acts(look.scenario(), look.place()).stream()
                .filter(act -> act.fact("name").equals(said.fact("action")))
                .findFirst()
                .orElseThrow()
                .at();
    }

    private long deadline() {
        return truth.anchor(look.scenario(), look.place()) + said.number("within");
    }

    private Effect effect(String reason) {
        Matcher entry = ENTRY.matcher(reason);
        entry.find();
        return look.effects().get(Long.parseLong(entry.group(1)));
    }

    private static String system(String reason) {
        Matcher system = SYSTEM.matcher(reason);
        return system.lookingAt()
                        && Arrays.asList("payments", "mail", "events", "ledger").contains(system.group(1))
                ? system.group(1)
                : "";
    }
}
