package dev.handoff.vocabulary;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that a person has to decide before the application goes on.
 *
 * @param record the effect whose rows or messages tell what has become of it
 * @param where what those have that are about this kind of approval, texts by path
 * @param state where they say what has become of it
 * @param role where they say who is to decide
 * @param states what stands at {@code state}, one for each {@link State}
 * @param approve what an approver sends, with the values of {@code approvers} and {@code ${approval.x}}, the fields of what
 *     was recorded; empty when nobody approves in a scenario
 * @param reject the same to reject
 * @param refused the status that the application answers to somebody who may not decide
 * @param unlocks the effects that nothing else may cause
 * @param approvers who may be spoken of, with values of their own, each the same
 */
public record ApprovalSpec(
        String name,
        String record,
        Map<String, String> where,
        String state,
        String role,
        Map<State, String> states,
        Optional<ActionSpec.Request> approve,
        Optional<ActionSpec.Request> reject,
        int refused,
        List<String> unlocks,
        Map<String, Map<String, String>> approvers,
        Place place) {

    public ApprovalSpec {
        where = Ordered.copyOf(where);
        states = Map.copyOf(states);
        unlocks = List.copyOf(unlocks);
        approvers = Ordered.copyOf(approvers);
    }

    /** What may become of an approval. */
    public enum State {
        PENDING,
        ESCALATED,
        APPROVED,
        REJECTED,
        EXPIRED
    }

    /** What stands where the state is said. */
    public String said(State of) {
        return states.get(of);
    }
}
