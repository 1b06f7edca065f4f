package dev.handoff.oracle;

import dev.handoff.expectation.Expectation;
import dev.handoff.expectation.Outcome;
import dev.handoff.expectation.Verdict;
import dev.handoff.journal.Attributed;
import dev.handoff.journal.Captured;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Plays a story to the journal and the judge, and asks the oracle about every attribution and every verdict. */
final class Trial {

    private final Story story;
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);

    Trial(Story story) {
        this.story = story;
    }

    /** The first thing that is wrong; empty when the story is judged as it should be. */
    static Optional<String> complaint(Story story) {
        return new Trial(story).complaint();
    }

    Map<Outcome, Integer> outcomes() {
        return outcomes;
    }

    Optional<String> complaint() {
        Truth truth = new Truth(story);
        try {
            List<Look> looks = Player.looks(truth);
            for (Look look : looks) {
                Optional<String> wrong = attribution(truth, look);
                if (wrong.isPresent()) {
                    return wrong;
                }
            }
            Map<String, List<Verdict>> verdicts = new HashMap<>();
            for (Look look : looks) {
                for (Line said : story.expectationsOf(look.scenario())) {
                    Expectation expectation = Saying.expectation(said);
                    Look.Judged judged = look.judge(expectation);
                    outcomes.merge(judged.verdict().outcome(), 1, Integer::sum);
                    Optional<String> wrong = Oracle.complaint(truth, look, judged, said)
                            .or(() -> relapse(said, judged.verdict(), verdicts));
                    if (wrong.isPresent()) {
                        return wrong;
                    }
                }
            }
            return strangers(truth, looks);
        } catch (RuntimeException crash) {
            return Optional.of("it crashed: " + crash + " at " + crash.getStackTrace()[0]);
        }
    }

    private static Optional<String> attribution(Truth truth, Look look) {
        Set<String> own = new TreeSet<>();
        Set<String> contested = new TreeSet<>();
        Set<String> strays = new TreeSet<>();
        truth.owners(look.place()).forEach((effect, fits) -> {
            if (fits.equals(Set.of(look.scenario()))) {
                own.add(effect.line().what());
            } else if (fits.contains(look.scenario())) {
                contested.add(effect.line().what());
            } else if (truth.isStray(look.scenario(), effect, look.place())) {
                strays.add(effect.line().what());
            }
        });
        return differs("own", own, names(look, look.snapshot().effects()), look)
                .or(() -> differs(
                        "contested", contested, names(look, look.snapshot().contested()), look))
                .or(() -> differs(
                        "stray",
                        strays,
                        look.snapshot().strays().stream()
                                .map(Captured::index)
                                .map(index -> look.effects().get(index).line().what())
                                .collect(Collectors.toCollection(TreeSet::new)),
                        look));
    }

    private static Set<String> names(Look look, List<Attributed> effects) {
        return effects.stream()
                .map(one -> look.effects().get(one.captured().index()).line().what())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<String> differs(String what, Set<String> expected, Set<String> actual, Look look) {
        return expected.equals(actual)
                ? Optional.empty()
                : Optional.of(what + " of " + look.scenario() + " at " + look.at() + " should be " + expected
                        + " and is " + actual);
    }

    /** Once there was too much, no later look may find that it held. */
    private static Optional<String> relapse(Line said, Verdict verdict, Map<String, List<Verdict>> verdicts) {
        List<Verdict> before = verdicts.computeIfAbsent(said.toString(), none -> new ArrayList<>());
        before.add(verdict);
        boolean limit = said.is("expect") && said.fact("say").equals("count") && said.says("max");
        boolean tooMany = limit
                && before.stream().flatMap(one -> one.findings().stream()).anyMatch(finding -> List.of(
                                "duplicate effect", "forbidden effect")
                        .contains(finding.kind().words()));
        return tooMany && verdict.outcome() == Outcome.MET
                ? Optional.of("it was violated once and is met now: " + said)
                : Optional.empty();
    }

    /** Scenarios that share nothing with another bear in no way on its verdicts. */
    private Optional<String> strangers(Truth truth, List<Look> looks) {
        if (story.scenarios().size() < 2 || looks.isEmpty()) {
            return Optional.empty();
        }
        for (String me : story.scenarios()) {
            Set<String> strangers = story.scenarios().stream()
                    .filter(other -> !other.equals(me) && shareNothing(truth, me, other))
                    .collect(Collectors.toSet());
            if (!strangers.isEmpty()) {
                Optional<String> wrong = alone(me, strangers, looks);
                if (wrong.isPresent()) {
                    return wrong;
                }
            }
        }
        return Optional.empty();
    }

    private boolean shareNothing(Truth truth, String me, String other) {
        return truth.effects.stream()
                        .filter(effect -> effect.isBy(other))
                        .allMatch(effect -> other.equals(effect.line().fact("corr"))
                                || !effect.line().says("corr")
                                        && other.equals(effect.line().fact("tracer")))
                && truth.effects.stream()
                        .filter(effect -> !effect.isBy(other))
                        .noneMatch(effect -> other.equals(effect.line().fact("corr"))
                                || other.equals(effect.line().fact("tracer")))
                && story.lines().stream()
                        .filter(line -> line.is("look"))
                        .allMatch(line -> truth.owners(story.lines().indexOf(line)).values().stream()
                                .noneMatch(fits -> fits.contains(other) && fits.size() > 1))
                && truth.owners(story.lines().size() - 1).values().stream()
                        .noneMatch(fits -> fits.contains(other) && fits.size() > 1)
                && truth.owners(story.lines().size() - 1).entrySet().stream()
                        .noneMatch(fit ->
                                fit.getValue().contains(other) && !fit.getKey().isBy(other));
    }

    private Optional<String> alone(String me, Set<String> strangers, List<Look> looks) {
        Story fewer = story.without(
                line -> !line.is("happen") && strangers.contains(line.what()) || strangers.contains(line.fact("by")));
        List<Look> again = Player.looks(new Truth(fewer)).stream()
                .filter(look -> look.scenario().equals(me))
                .toList();
        List<Look> before =
                looks.stream().filter(look -> look.scenario().equals(me)).toList();
        for (int i = 0; i < before.size(); i++) {
            for (Line said : story.expectationsOf(me)) {
                String with =
                        words(before.get(i).judge(Saying.expectation(said)).verdict());
                String without =
                        words(again.get(i).judge(Saying.expectation(said)).verdict());
                if (!with.equals(without)) {
                    return Optional.of("without " + strangers + ", " + me + " is judged otherwise: " + said + " at "
                            + before.get(i).at() + ": " + with + " and " + without);
                }
            }
        }
        return Optional.empty();
    }

    /** A verdict without the places of its entries in the journal. */
    private static String words(Verdict verdict) {
        return new Verdict(
                        verdict.outcome(),
                        verdict.open(),
                        verdict.observed(),
                        verdict.findings(),
                        verdict.evidence(),
                        verdict.notes(),
                        List.of())
                .toString()
                .replaceAll("#\\d+|entry=\\d+", "#");
    }
}
