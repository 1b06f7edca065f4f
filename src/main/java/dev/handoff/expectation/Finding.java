package dev.handoff.expectation;

import java.util.List;

/**
 * What a judgement found. Facts only: order and evidence, never a guess at a cause.
 *
 * @param subject what it is about, {@code provider refund}
 * @param expected with its type where that matters
 * @param observed with its type where that matters
 * @param sightings what was seen
 * @param nearest what came nearest to the expectation; null when nothing did
 * @param notes further facts, a sentence each
 */
public record Finding(
        FailureKind kind,
        String subject,
        String expected,
        String observed,
        List<Sighting> sightings,
        Sighting nearest,
        List<String> notes) {

    public Finding {
        sightings = List.copyOf(sightings);
        notes = List.copyOf(notes);
    }

    static Finding inconclusive(String subject, String expected, String observed, List<String> reasons) {
        return new Finding(FailureKind.INCONCLUSIVE, subject, expected, observed, List.of(), null, reasons);
    }
}
