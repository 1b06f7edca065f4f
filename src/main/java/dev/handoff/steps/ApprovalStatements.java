package dev.handoff.steps;

import static dev.handoff.vocabulary.ApprovalSpec.State.APPROVED;
import static dev.handoff.vocabulary.ApprovalSpec.State.ESCALATED;
import static dev.handoff.vocabulary.ApprovalSpec.State.EXPIRED;
import static dev.handoff.vocabulary.ApprovalSpec.State.PENDING;
import static dev.handoff.vocabulary.ApprovalSpec.State.REJECTED;

import dev.handoff.expectation.Count;
import dev.handoff.expectation.EffectName;
import dev.handoff.expectation.Field;
import dev.handoff.expectation.Matchers;
import dev.handoff.expectation.Statement;
import dev.handoff.vocabulary.ApprovalSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said of an approval, as statements about what is recorded of it and about what waits for it. */
final class ApprovalStatements {

    private final ApprovalSpec approval;
    private final Words words;
    private final Duration window;

    ApprovalStatements(ApprovalSpec approval, Words words, Duration window) {
        this.approval = approval;
        this.words = words;
        this.window = window;
    }

    /** Somebody may decide by now. */
    Statement isOpen() {
        return counts(count(1, null, state(PENDING, ESCALATED)));
    }

    /** It is asked for once, nobody has decided it, and the role has not lost it to another. */
    Statement pendingFor(String role, Duration within, boolean stated) {
        Field assigned = new Field(approval.role(), Matchers.cellFor(role));
        Field toAnother = new Field(approval.role(), "<not " + role + ">");
        return new Statement.All(List.of(
                new Statement.Counts(List.of(count(1, 1, state(PENDING, ESCALATED), assigned)), within, stated),
                counts(count(0, 0, state(APPROVED, REJECTED, EXPIRED)), count(0, 0, state(ESCALATED), toAnother))));
    }

    Statement notAskedFor() {
        return counts(count(0, 0));
    }

    Statement holdsBack(List<EffectName> effects) {
        return new Statement.All(List.of(pending(), none(effects)));
    }

    /** Each happens once, and after it was approved. */
    Statement unlocks(List<EffectName> effects) {
        List<Count> all = new ArrayList<>();
        all.add(count(1, 1, state(APPROVED)));
        effects.forEach(effect -> all.add(new Count(effect, 1, 1, List.of())));
        List<Statement> parts = new ArrayList<>();
        parts.add(new Statement.Counts(all, window, false));
        effects.forEach(effect -> parts.add(new Statement.NotBefore(effect, approval.name())));
        return new Statement.All(parts);
    }

    /** The answer says so, nothing is decided, and nothing is unlocked. */
    Statement refused() {
        return new Statement.All(List.of(
                new Statement.ResponseStatus(approval.refused()),
                pending(),
                none(approval.unlocks().stream().map(words::effect).toList())));
    }

    Statement rejected() {
        return counts(count(1, 1, state(REJECTED)), count(0, 0, state(APPROVED, EXPIRED)));
    }

    Statement expires(Duration within) {
        return new Statement.All(List.of(
                new Statement.Counts(List.of(count(1, 1, state(EXPIRED))), within, true),
                counts(count(0, 0, state(APPROVED, REJECTED)))));
    }

    Statement escalatedTo(String role, Duration within) {
        Field assigned = new Field(approval.role(), Matchers.cellFor(role));
        return new Statement.Counts(List.of(count(1, 1, state(ESCALATED), assigned)), within, true);
    }

    private Statement pending() {
        return counts(count(1, 1, state(PENDING)), count(0, 0, state(APPROVED, REJECTED, EXPIRED)));
    }

    private Statement none(List<EffectName> effects) {
        return new Statement.Counts(
                effects.stream()
                        .map(effect -> new Count(effect, 0, 0, List.of()))
                        .toList(),
                window,
                false);
    }

    private Statement counts(Count... counts) {
        return new Statement.Counts(List.of(counts), window, false);
    }

    /** So many records about this kind of approval with these fields. */
    private Count count(int min, Integer max, Field... fields) {
        List<Field> about = Stream.concat(
                        approval.where().entrySet().stream()
                                .map(field -> new Field(field.getKey(), Matchers.cellFor(field.getValue()))),
                        Arrays.stream(fields))
                .toList();
        return new Count(words.effect(approval.record()), min, max, about);
    }

    private Field state(ApprovalSpec.State... states) {
        List<String> said = Arrays.stream(states).map(approval::said).toList();
        return new Field(
                approval.state(),
                said.size() == 1
                        ? Matchers.cellFor(said.get(0))
                        : said.stream().distinct().collect(Collectors.joining(", ", "<one of ", ">")));
    }
}
