package dev.handoff.vocabulary;

import java.util.List;
import java.util.Set;

/**
 * Which placeholders may stand in a text.
 *
 * @param own names of this text alone
 * @param groups kinds of names beside them
 */
record Scope(List<String> own, Set<Group> groups) {

    enum Group {
        /** {@code application.url} and {@code application.port}. */
        APPLICATION,
        /** {@code systems.<name>.<property>}. */
        SYSTEMS,
        /** What a scenario knows: remembered names, business keys, its IDs. */
        SCENARIO,
        /** The request that a stand-in answers. */
        REQUEST,
        /** What was recorded of an approval. */
        APPROVAL,
        /** Any name: the values come from the scenario's table. */
        ANYTHING
    }

    /** Environment variables only, which are replaced before. */
    static final Scope NOTHING = new Scope(List.of(), Set.of());

    /** The application's own address may use its port but not itself. */
    static final Scope APPLICATION_URL = new Scope(List.of("application.port"), Set.of(Group.SYSTEMS));

    /** What is known before the first scenario. */
    static final Scope ADDRESSES = new Scope(List.of(), Set.of(Group.APPLICATION, Group.SYSTEMS));

    static final Scope SCENARIO = scenario(List.of());

    static final Scope ANYTHING = new Scope(List.of(), Set.of(Group.ANYTHING));

    static Scope scenario(List<String> own) {
        return new Scope(own, Set.of(Group.SCENARIO, Group.APPLICATION, Group.SYSTEMS));
    }

    static Scope approval(List<String> own) {
        return new Scope(own, Set.of(Group.SCENARIO, Group.APPLICATION, Group.SYSTEMS, Group.APPROVAL));
    }

    static Scope answer(List<String> own) {
        return new Scope(own, Set.of(Group.REQUEST));
    }

    boolean has(Group group) {
        return groups.contains(group);
    }
}
