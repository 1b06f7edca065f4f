package dev.handoff.oracle;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * One line of a story: {@code 120 happen e1 kind=refund by=A corr=A}. What each verb means is told in the README of the
 * stories.
 *
 * @param at milliseconds since the run began
 * @param what the scenario, the system, or the effect that it is about
 */
record Line(long at, String verb, String what, Map<String, String> facts) {

    static Line of(long at, String verb, String what, String... facts) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String fact : facts) {
            int equals = fact.indexOf('=');
            all.put(fact.substring(0, equals), fact.substring(equals + 1));
        }
        return new Line(at, verb, what, all);
    }

    static Line parse(String text) {
        String[] words = text.strip().split(" +");
        String[] facts = new String[words.length - 3];
        System.arraycopy(words, 3, facts, 0, facts.length);
        return of(Long.parseLong(words[0]), words[1], words[2], facts);
    }

    boolean is(String verb) {
        return this.verb.equals(verb);
    }

    boolean is(String verb, String what) {
        return is(verb) && this.what.equals(what);
    }

    String fact(String name) {
        return facts.get(name);
    }

    boolean says(String name) {
        return facts.containsKey(name);
    }

    long number(String name) {
        return Long.parseLong(facts.get(name));
    }

    /** Whether the application does something for a scenario. */
    boolean isWorkOf(String scenario) {
        return (is("happen") || is("change")) && scenario.equals(fact("by"));
    }

    boolean sameAmount(Line other) {
        return java.util.Objects.equals(fact("amount"), other.fact("amount"));
    }

    Line with(String fact, String value) {
        Map<String, String> more = new LinkedHashMap<>(facts);
        more.put(fact, value);
        return new Line(at, verb, what, more);
    }

    Line at(long other) {
        return new Line(other, verb, what, facts);
    }

    Line without(String fact) {
        Map<String, String> fewer = new LinkedHashMap<>(facts);
        fewer.remove(fact);
        return new Line(at, verb, what, fewer);
    }

    @Override
    public String toString() {
        StringJoiner words = new StringJoiner(" ");
        words.add(String.valueOf(at)).add(verb).add(what);
        facts.forEach((name, value) -> words.add(name + "=" + value));
        return words.toString();
    }
}
