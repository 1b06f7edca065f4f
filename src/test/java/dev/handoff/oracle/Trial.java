package dev.handoff.oracle;

import dev.handoff.expectation.Expectation;
import dev.handoff.expectation.Outcome;
import dev.handoff.expectation.Verdict;
import dev.handoff.journal.Attributed;
import dev.handoff.journal.Captured;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
        if (story.scenarios().size() < 2) {
            return Optional.empty();
        }
        Set<String> strangers = story.scenarios().stream()
                .filter(other -> shareNothing(truth, other))
                .collect(Collectors.toCollection(HashSet::new));
        List<String> others = story.scenarios().stream()
                .filter(scenario -> !strangers.contains(scenario))
                .toList();
        String me = others.isEmpty() ? story.scenarios().get(0) : others.get(0);
        strangers.remove(me);
        return strangers.isEmpty() ? Optional.empty() : alone(me, strangers, looks);
    }

    private boolean shareNothing(Truth truth, String other) {
        return truth.effects.stream().allMatch(effect -> effect.isBy(other) == isMarkedFor(other, effect.line()))
                && IntStream.range(0, story.lines().size())
                        .filter(place -> story.lines().get(place).is("look"))
                        .mapToObj(truth::owners)
                        .allMatch(owners -> owners.entrySet().stream()
                                .allMatch(fit -> !fit.getValue().contains(other)
                                        || fit.getValue().size() == 1
                                                && fit.getKey().isBy(other)));
    }

    private static boolean isMarkedFor(String scenario, Line effect) {
        return scenario.equals(effect.fact("corr")) || !effect.says("corr") && scenario.equals(effect.fact("tracer"));
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
                List<Object> with =
                        words(before.get(i).judge(Saying.expectation(said)).verdict());
                List<Object> without =
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
    private static List<Object> words(Verdict verdict) {
        return List.of(
                verdict.outcome(),
                verdict.open(),
                verdict.observed(),
                verdict.notes().size(),
                verdict.findings().stream()
                        .map(finding -> List.of(
                                finding.kind(),
                                finding.subject(),
                                finding.notes().size()))
                        .toList());
    }
}
