package dev.handoff.expectation;

import dev.handoff.journal.Snapshot;

/** Judges expectations. Pure: the same expectation and snapshot give the same verdict, always. */
public final class Judge {

    private Judge() {}

    /**
     * The verdict on an expectation by what a snapshot knows. It is {@link Verdict#open()} while more may come that
     * decides it; whoever waits judges again when something has changed.
     */
    public static Verdict judge(Expectation expectation, Snapshot snapshot) {
        return judge(expectation.statement(), snapshot, expectation.strays());
    }

    private static Verdict judge(Statement statement, Snapshot snapshot, Expectation.Strays strays) {
        if (statement instanceof Statement.Counts counts) {
            Counting counting = new Counting(snapshot, counts.within(), counts.windowStated(), strays);
            return Verdict.all(counts.counts().stream().map(counting::judge).toList());
        }
        if (statement instanceof Statement.All all) {
            return Verdict.all(all.parts().stream()
                    .map(part -> judge(part, snapshot, strays))
                    .toList());
        }
        if (statement instanceof Statement.NotBefore notBefore) {
            return new Ordering(snapshot, strays).judge(notBefore);
        }
        if (statement instanceof Statement.InOrder inOrder) {
            return new Ordering(snapshot, strays).judge(inOrder);
        }
        if (statement instanceof Statement.NothingElse nothingElse) {
            return new ClosedWorld(snapshot, strays).judge(nothingElse);
        }
        if (statement instanceof Statement.Spaced spaced) {
            return new Spacing(snapshot, strays).judge(spaced);
        }
        if (statement instanceof Statement.Attempts attempts) {
            return new AttemptCounting(snapshot, strays).judge(attempts);
        }
        if (statement instanceof Statement.InTheEnd end) {
            return new LastStates(snapshot, strays).judge(end);
        }
        if (statement instanceof Statement.NeverReturns never) {
            return new Returns(snapshot, strays).judge(never);
        }
        if (statement instanceof Statement.ResponseStatus status) {
            return new Responses(snapshot).judge(status);
        }
        if (statement instanceof Statement.ResponseHas has) {
            return new Responses(snapshot).judge(has);
        }
        if (statement instanceof Statement.ContractsKept kept) {
            return new ContractKeeping(snapshot, strays).judge(kept);
        }
        return new Stages(snapshot).judge((Statement.Reaches) statement);
    }
}
