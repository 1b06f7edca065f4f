package dev.handoff.oracle;

import dev.handoff.expectation.Finding;
import dev.handoff.expectation.Outcome;
import dev.handoff.expectation.Verdict;
import dev.handoff.journal.Settlement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A second, deliberately naive judge. It knows what really happened, seen or not, and says which verdicts may be given at a
 * look and which one must be. Written from the rules in {@code docs/verdicts.md}, never from the judge.
 */
final class Oracle {

    private final Truth truth;
    private final Look look;
    private final Look.Judged judged;
    private final Verdict verdict;
    private final Line said;
    private final String me;

    private Oracle(Truth truth, Look look, Look.Judged judged, Line said) {
        this.truth = truth;
        this.look = look;
        this.judged = judged;
        this.verdict = judged.verdict();
        this.said = said;
        this.me = look.scenario();
    }

    /** What is wrong about a verdict; empty when it may be given. */
    static Optional<String> complaint(Truth truth, Look look, Look.Judged judged, Line said) {
        Oracle oracle = new Oracle(truth, look, judged, said);
        return oracle.complaint();
    }

    private Optional<String> complaint() {
        if (judged.gaveUp() && verdict.open()) {
            return wrong("it is open after the longest wait");
        }
        if (verdict.open() != (verdict.outcome() == Outcome.INCONCLUSIVE && verdict.open())) {
            return wrong("only what is inconclusive may be open");
        }
        if (verdict.outcome() == Outcome.MET && isLimit() && verdict.evidence().isEmpty()) {
            return wrong("a limit is met without evidence");
        }
        if (verdict.outcome() == Outcome.MET
                && isLimit()
                && judged.snapshot().settlement().byTimeAlone()
                && !verdict.evidence().contains("by time alone")) {
            return wrong("it is met by time alone and does not say so");
        }
        Answer answer =
                switch (said.fact("say")) {
                    case "count" -> count(kind(), Saying.min(said), Saying.max(said), said.says("stated"));
                    case "notbefore" -> notBefore();
                    case "order" -> order();
                    case "nothing" -> nothingElse();
                    default -> attempts();
                };
        if (!answer.allowed.contains(verdict.outcome())) {
            return wrong("it is " + verdict.outcome() + " but may be only " + answer.allowed);
        }
        if (answer.must != null && (answer.must != verdict.outcome() || verdict.open())) {
            return wrong("it must be " + answer.must);
        }
        if (verdict.open() && answer.isDecidable) {
            return wrong("it is open though nothing more can come");
        }
        if (verdict.outcome() == Outcome.MET && "warn".equals(strays()) && !answer.strays.isEmpty()) {
            for (Effect stray : answer.strays) {
                long index = indexOf(stray);
                if (verdict.notes().stream().noneMatch(note -> note.contains("#" + index + " "))) {
                    return wrong("it is met and does not name the stray "
                            + stray.line().what());
                }
            }
        }
        return new Reasons(truth, look, judged, said, answer.turnsOn)
                .falseReason()
                .flatMap(this::wrong);
    }

    private Optional<String> wrong(String what) {
        String reasons =
                verdict.findings().stream().map(Finding::notes).toList().toString();
        return Optional.of(what + ": " + verdict.outcome() + (verdict.open() ? " (open)" : "") + ", "
                + verdict.observed() + ", " + reasons + " at look " + truth.lines.get(look.place()) + ", "
                + judged.snapshot().settlement() + ", expected: " + said);
    }

    /** What may be said. */
    private static final class Answer {
        final Set<Outcome> allowed = new java.util.TreeSet<>(Set.of(Outcome.INCONCLUSIVE));
        Outcome must;
        boolean isDecidable;
        List<Effect> strays = List.of();
        /** The deliveries of which it matters whose they are, or when they happened. */
        final List<Effect> turnsOn = new ArrayList<>();

        Answer mayBe(Outcome outcome, boolean when) {
            if (when) {
                allowed.add(outcome);
            }
            return this;
        }
    }

    private Answer count(String kind, int min, Integer max, boolean stated) {
        Answer answer = new Answer();
        long deadline = deadline();
        boolean watched = stated && min == 0 && max != null;
        String system = Story.systemOf(kind);
        Predicate<Effect> fits =
                effect -> kind.equals(effect.kind()) && effect.isAccepted() && Saying.fits(said, effect.line());
        List<Effect> real = ours(fits);
        List<Effect> contested = contested(fits);
        List<Effect> bearing =
                strays(fits.or(e -> kind.equals(e.kind())
                                && e.isAccepted()
                                && e.line().says("cut")))
                        .stream()
                        .filter(stray -> !watched || stray.earliest() <= deadline)
                        .toList();
        long perhapsOurs = number(real, e -> isSeen(e) && (!watched || e.earliest() <= deadline))
                + number(contested, e -> !watched || e.earliest() <= deadline);
        List<Effect> strays = max != null && perhapsOurs + bearing.size() > max ? bearing : List.of();

        boolean past = look.at() > deadline;
        long surplus = number(real, e -> !watched || e.at() <= deadline);
        long came = number(real, e -> e.at() <= deadline) + number(contested, e -> e.at() <= deadline);
        if (judged.gaveUp()) {
            came += number(strays(fits), e -> e.at() <= deadline);
        }
        boolean tooMany = max != null && surplus > max;
        answer.mayBe(Outcome.VIOLATED, tooMany || past && came < min);

        long promised = horizon(system);
        long most = number(real, e -> (e.at() < promised || isSeen(e)) && (!watched || e.at() <= deadline))
                + number(contested, e -> !watched || e.at() <= deadline);
        long least = number(real, e -> isSeen(e) && e.at() <= deadline);
        boolean blind =
                max != null && isBlind(system, watched ? deadline : look.at()) || max != null && isUnasked(kind);
        boolean enough = least >= min && (max == null || most <= max);
        boolean rested = max == null || judged.settled();
        answer.mayBe(
                Outcome.MET,
                enough && rested && !blind && !("fail".equals(strays()) && max != null && !strays.isEmpty()));

        boolean cut = said.says("amount")
                && truth.effects.stream()
                        .anyMatch(e -> e.isSeenBy(look.place())
                                && kind.equals(e.kind())
                                && e.line().says("cut")
                                && (isOwned(e) || isContested(e)));
        if (cut) {
            answer.turnsOn.addAll(truth.effects);
            return answer;
        }
        long surelyInTime = number(real, e -> isSeen(e) && e.latest() <= deadline);
        long perhapsInTime = number(real, e -> isSeen(e) && e.earliest() <= deadline)
                + number(contested, e -> e.earliest() <= deadline);
        long surelyAll = watched ? surelyInTime : number(real, this::isSeen);
        long perhapsAll = watched ? perhapsInTime : surelyAll + contested.size();
        boolean surelyFails = max != null && surelyAll > max;
        if (surelyFails) {
            answer.must = Outcome.VIOLATED;
            return answer;
        }
        if (max == null && surelyInTime >= min) {
            answer.must = Outcome.MET;
            return answer;
        }
        boolean closed = past && truth.seenUpTo(system, look.place()).orElse(-1L) > deadline;
        boolean waits = surelyInTime < min || watched;
        answer.isDecidable = judged.settled() && (closed || !waits);
        answer.strays = max == null ? List.of() : strays;
        boolean clear = !isBlind(system, surelyInTime < min || watched ? deadline : look.at()) && !isUnasked(kind);
        if (answer.isDecidable && clear) {
            boolean holds = surelyInTime >= min && (max == null || perhapsAll <= max);
            boolean fails = perhapsInTime < min;
            boolean doubted = "fail".equals(strays()) && max != null && !strays.isEmpty();
            if (!fails) {
                answer.must = holds && !doubted ? Outcome.MET : Outcome.INCONCLUSIVE;
            } else if (!isAnotherAway(system, deadline)) {
                answer.must = Outcome.VIOLATED;
            }
        }
        long perhapsNamed = judged.gaveUp() ? number(strays(fits), e -> e.earliest() <= deadline) : 0;
        if (perhapsInTime + perhapsNamed >= min && surelyInTime < min || max != null && perhapsAll > max) {
            answer.turnsOn.addAll(real);
            answer.turnsOn.addAll(contested);
        }
        answer.turnsOn.addAll(strays);
        answer.turnsOn.addAll(strays(fits));
        return answer;
    }

    private Answer notBefore() {
        Answer answer = new Answer();
        Optional<Line> action = truth.acts(me, look.place()).stream()
                .filter(act -> act.fact("name").equals(said.fact("action")))
                .findFirst();
        if (action.isEmpty()) {
            answer.must = Outcome.INCONCLUSIVE;
            return answer;
        }
        long begin = action.get().at();
        String system = Story.systemOf(kind());
        Predicate<Effect> ofKind = effect -> kind().equals(effect.kind()) && effect.isAccepted();
        List<Effect> real = ours(ofKind);
        List<Effect> contested = contested(ofKind);
        List<Effect> strays = strays(ofKind).stream()
                .filter(stray -> stray.earliest() < begin)
                .toList();
        boolean blind = isBlind(system, begin) || isUnasked(kind());
        boolean doubted = "fail".equals(strays()) && !strays.isEmpty();
        answer.mayBe(Outcome.VIOLATED, number(real, e -> e.at() < begin) > 0);
        answer.mayBe(
                Outcome.MET,
                number(real, e -> e.at() < begin) + number(contested, e -> e.at() < begin) == 0 && !blind && !doubted);
        answer.strays = strays;
        answer.turnsOn.addAll(truth.effects);
        if (number(real, e -> isSeen(e) && e.latest() < begin) > 0) {
            answer.must = Outcome.VIOLATED;
            return answer;
        }
        boolean closed = truth.seenUpTo(system, look.place()).orElse(-1L) >= begin;
        answer.isDecidable = closed;
        boolean unsure =
                number(real, e -> isSeen(e) && e.earliest() < begin) + number(contested, e -> e.earliest() < begin) > 0;
        if (closed && !blind) {
            answer.must = unsure || doubted ? Outcome.INCONCLUSIVE : Outcome.MET;
        }
        return answer;
    }

    private Answer order() {
        Answer answer = new Answer();
        List<String> items = List.of(said.fact("items").split(","));
        List<List<Moment>> real = new ArrayList<>();
        List<List<Moment>> perhaps = new ArrayList<>();
        long deadline = deadline();
        boolean presentInTruth = true;
        boolean surelyPresent = true;
        boolean surelyMissing = false;
        boolean reallyMissing = false;
        boolean blind = false;
        boolean closed = look.at() > deadline;
        boolean acted = true;
        Map<Integer, List<Effect>> nobodys = new HashMap<>();
        boolean contested = false;
        for (String item : items) {
            if (item.startsWith("@")) {
                List<Moment> acts = truth.acts(me, look.place()).stream()
                        .filter(act -> act.fact("name").equals(item.substring(1)))
                        .map(act -> new Moment(act.at(), act.at(), act.at(), true))
                        .toList();
                acted &= !acts.isEmpty();
                real.add(acts);
                perhaps.add(acts);
                continue;
            }
            Predicate<Effect> ofKind = effect -> item.equals(effect.kind()) && effect.isAccepted();
            List<Effect> ours = ours(ofKind);
            List<Effect> others = contested(ofKind);
            contested |= !others.isEmpty();
            nobodys.put(real.size(), strays(ofKind));
            String system = Story.systemOf(item);
            long promised = horizon(system);
            real.add(moments(ours));
            List<Effect> all = new ArrayList<>(ours);
            all.removeIf(e -> !isSeen(e) && e.at() >= promised);
            all.addAll(others);
            perhaps.add(moments(all));
            presentInTruth &= number(ours, e -> isSeen(e) && e.at() <= deadline) > 0;
            surelyPresent &= number(ours, e -> isSeen(e) && e.latest() <= deadline) > 0;
            long came = number(ours, e -> e.at() <= deadline)
                    + number(others, e -> e.at() <= deadline)
                    + (judged.gaveUp() ? number(strays(ofKind), e -> e.at() <= deadline) : 0);
            reallyMissing |= look.at() > deadline && came == 0;
            surelyMissing |= number(ours, e -> isSeen(e) && e.earliest() <= deadline)
                            + number(others, e -> e.earliest() <= deadline)
                    == 0;
            blind |= isBlind(system, look.at()) || isUnasked(item);
            closed &= truth.seenUpTo(system, look.place()).orElse(-1L) > deadline;
        }
        List<Effect> strays = outOfOrder(real, nobodys);
        boolean doubted = "fail".equals(strays()) && !strays.isEmpty();
        boolean wrongInTruth = anyPair(real, (a, b) -> b.at < a.at);
        boolean wrongPerhaps = anyPair(perhaps, (a, b) -> b.at <= a.at);
        boolean surelyWrong = anyPair(real, (a, b) -> a.seen && b.seen && b.latest < a.earliest);
        boolean surelyRight = !anyPair(real, (a, b) -> a.seen && b.seen && b.earliest <= a.latest);
        answer.mayBe(Outcome.VIOLATED, wrongInTruth || reallyMissing);
        answer.mayBe(Outcome.MET, acted && presentInTruth && !wrongPerhaps && !blind && judged.settled() && !doubted);
        answer.strays = strays;
        answer.turnsOn.addAll(truth.effects);
        if (surelyWrong) {
            answer.must = Outcome.VIOLATED;
            return answer;
        }
        answer.isDecidable = judged.settled() && (closed || surelyPresent);
        if (answer.isDecidable && !blind && !contested) {
            if (surelyMissing) {
                answer.must = isAnotherAway("", deadline) ? null : Outcome.VIOLATED;
            } else if (surelyPresent && acted) {
                answer.must = surelyRight && !doubted ? Outcome.MET : Outcome.INCONCLUSIVE;
            }
        }
        return answer;
    }

    /** Strays of which it matters whether they are ours: with them, some order would not be sure any more. */
    private List<Effect> outOfOrder(List<List<Moment>> real, Map<Integer, List<Effect>> nobodys) {
        List<List<Moment>> all = new ArrayList<>();
        for (int i = 0; i < real.size(); i++) {
            List<Moment> moments =
                    new ArrayList<>(real.get(i).stream().filter(Moment::seen).toList());
            moments.addAll(moments(nobodys.getOrDefault(i, List.of())));
            all.add(moments);
        }
        List<Effect> breaking = new ArrayList<>();
        nobodys.forEach((i, strays) -> strays.stream()
                .filter(stray -> i > 0 && all.get(i - 1).stream().anyMatch(a -> stray.earliest() <= a.latest)
                        || i + 1 < all.size() && all.get(i + 1).stream().anyMatch(b -> b.earliest <= stray.latest()))
                .forEach(breaking::add));
        return breaking;
    }

    private List<Moment> moments(List<Effect> effects) {
        return effects.stream()
                .map(e -> new Moment(e.at(), e.earliest(), e.latest(), isSeen(e)))
                .toList();
    }

    private static boolean anyPair(List<List<Moment>> items, java.util.function.BiPredicate<Moment, Moment> what) {
        for (int i = 1; i < items.size(); i++) {
            for (Moment a : items.get(i - 1)) {
                for (Moment b : items.get(i)) {
                    if (what.test(a, b)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private record Moment(long at, long earliest, long latest, boolean seen) {}

    private Answer nothingElse() {
        Answer answer = new Answer();
        Map<String, Integer> named = Saying.named(said);
        Predicate<Effect> unnamed =
                effect -> effect.isAccepted() && (effect.kind() == null || named.getOrDefault(effect.kind(), 0) == 0);
        Predicate<Effect> askedFor = effect -> isSeen(effect) || effect.kind() == null || !isUnasked(effect.kind());
        List<Effect> real = ours(unnamed);
        List<Effect> contested = contested(unnamed);
        List<Effect> strays = strays(unnamed);
        boolean blind = Story.SYSTEMS.stream().anyMatch(system -> isBlind(system, look.at()));
        boolean doubted = "fail".equals(strays()) && !strays.isEmpty();
        answer.mayBe(Outcome.VIOLATED, !real.isEmpty());
        boolean none = number(real, e -> askedFor.test(e) && (isSeen(e) || e.at() < horizon(e.system()))) == 0
                && contested.isEmpty();
        answer.mayBe(Outcome.MET, none && !blind && judged.settled() && !doubted);
        answer.turnsOn.addAll(contested);
        answer.turnsOn.addAll(strays);
        answer.strays = strays;
        if (number(real, this::isSeen) > 0) {
            answer.must = Outcome.VIOLATED;
            return answer;
        }
        answer.isDecidable = judged.settled();
        if (judged.settled() && !blind) {
            answer.must = contested.isEmpty() && !doubted ? Outcome.MET : Outcome.INCONCLUSIVE;
        }
        return answer;
    }

    private Answer attempts() {
        Answer answer = new Answer();
        Predicate<Effect> ofKind = effect -> kind().equals(effect.kind());
        List<Effect> real = ours(ofKind);
        List<Effect> contested = contested(ofKind);
        List<Effect> strays =
                strays(ofKind.and(stray -> said.says("count") || said.says("statuses") || !isSameKey(stray, real)));
        String system = Story.systemOf(kind());
        long deadline = deadline();
        long promised = horizon(system);
        List<Effect> later = new ArrayList<>(real.stream()
                .filter(e -> isSeen(e) || e.at() < promised || e.at() <= deadline)
                .toList());
        truth.toCome(me, look.place()).stream()
                .filter(line -> line.is("happen") && line.at() <= deadline)
                .flatMap(line -> truth.effects.stream().filter(e -> e.line().equals(line)))
                .filter(ofKind.and(Effect::isMarked))
                .forEach(later::add);
        List<Effect> seen = real.stream().filter(this::isSeen).toList();
        List<Effect> owed =
                real.stream().filter(e -> isSeen(e) || e.at() < promised).toList();
        boolean doubted = "fail".equals(strays()) && !strays.isEmpty();
        boolean tooMany = said.says("count") && real.size() > said.number("count");
        boolean surelyTooMany = said.says("count") && seen.size() > said.number("count");
        boolean blind = isBlind(system, look.at()) || isUnasked(kind());
        answer.mayBe(
                Outcome.VIOLATED, tooMany || !hold(owed) && !hold(later) && contested.isEmpty() && (judged.settled()));
        answer.mayBe(
                Outcome.MET, hold(owed) && hold(seen) && contested.isEmpty() && !blind && !doubted && judged.settled());
        answer.strays = strays;
        answer.turnsOn.addAll(truth.effects);
        if (surelyTooMany) {
            answer.must = Outcome.VIOLATED;
            return answer;
        }
        boolean closed =
                look.at() > deadline && truth.seenUpTo(system, look.place()).orElse(-1L) > deadline;
        answer.isDecidable = judged.settled() && (closed || hold(seen));
        if (answer.isDecidable && !blind) {
            answer.must = !contested.isEmpty() || hold(seen) && doubted
                    ? Outcome.INCONCLUSIVE
                    : hold(seen) ? Outcome.MET : Outcome.VIOLATED;
        }
        return answer;
    }

    private boolean hold(List<Effect> attempts) {
        List<Effect> inOrder = attempts.stream()
                .sorted(java.util.Comparator.comparingInt(Effect::place))
                .toList();
        if (inOrder.isEmpty() || said.says("count") && inOrder.size() != said.number("count")) {
            return false;
        }
        List<Integer> statuses = Saying.statuses(said);
        if (!statuses.isEmpty()
                && !statuses.equals(inOrder.stream().map(Effect::status).toList())) {
            return false;
        }
        return !said.says("header")
                || inOrder.get(0).line().says("key")
                        && inOrder.stream().allMatch(e -> inOrder.get(0)
                                .line()
                                .fact("key")
                                .equals(e.line().fact("key")));
    }

    private boolean isSameKey(Effect stray, List<Effect> attempts) {
        return attempts.stream()
                        .filter(this::isSeen)
                        .allMatch(e -> Objects.equals(
                                e.line().fact("key"), stray.line().fact("key")))
                && stray.line().says("key");
    }

    private boolean isLimit() {
        return !said.fact("say").equals("count") && !said.fact("say").equals("notbefore")
                || said.fact("say").equals("count") && Saying.max(said) != null;
    }

    private String kind() {
        return said.fact("kind");
    }

    private String strays() {
        return said.says("stray") ? said.fact("stray") : "warn";
    }

    private long deadline() {
        return truth.anchor(me, look.place()) + said.number("within");
    }

    /** Everything before this instant is promised: all that was at work, or, by time alone, what the probe had seen. */
    private long horizon(String system) {
        Settlement settlement = judged.snapshot().settlement();
        return settlement.byTimeAlone() ? truth.seenUpTo(system, look.place()).orElse(0L) : Long.MAX_VALUE;
    }

    private boolean isBlind(String system, long to) {
        return !truth.wasUpAtTheStart(me, system) || truth.wentDown(me, system, look.place(), to);
    }

    /** What hangs on a system that has gone may be missing for that. */
    private boolean isAnotherAway(String system, long to) {
        return Story.SYSTEMS.stream()
                .filter(other -> !other.equals(system)
                        && (truth.wasEverUpBefore(me, other) || truth.wentDown(me, other, look.place(), to)))
                .anyMatch(other -> isBlind(other, to));
    }

    private boolean isUnasked(String kind) {
        return truth.isUnasked(me, kind);
    }

    private boolean isSeen(Effect effect) {
        return effect.isSeenBy(look.place());
    }

    private boolean isOwned(Effect effect) {
        return effect.place() < look.place() && truth.isOwned(me, effect, look.place());
    }

    private boolean isContested(Effect effect) {
        return truth.isContested(me, effect, look.place());
    }

    private List<Effect> ours(Predicate<Effect> which) {
        return truth.effects.stream()
                .filter(this::isOwned)
                .flatMap(effect -> effect.when(which).stream())
                .toList();
    }

    private List<Effect> contested(Predicate<Effect> which) {
        return truth.effects.stream()
                .filter(this::isContested)
                .flatMap(effect -> effect.when(which).filter(this::isSeen).stream())
                .toList();
    }

    private List<Effect> strays(Predicate<Effect> which) {
        return truth.effects.stream()
                .filter(effect -> truth.isStray(me, effect, look.place()))
                .flatMap(effect -> effect.when(which).filter(this::isSeen).stream())
                .toList();
    }

    private long indexOf(Effect effect) {
        return look.effects().entrySet().stream()
                .filter(entry ->
                        entry.getValue().equals(effect) && entry.getValue().seenAt() == effect.seenAt())
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static long number(List<Effect> effects, Predicate<Effect> which) {
        return effects.stream().filter(which).count();
    }
}
