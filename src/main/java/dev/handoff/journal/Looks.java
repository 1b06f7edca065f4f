package dev.handoff.journal;

import java.util.Map;
import java.util.stream.Stream;

/**
 * Shows a scenario all that is known of it.
 *
 * <p>Not thread-safe: the journal calls it under its own lock.
 */
final class Looks {

    private final Entries entries;
    private final Scenarios scenarios;
    private final Deliveries deliveries;
    private final ProbeStates probes;
    private final Attribution attribution;

    Looks(Entries entries, Scenarios scenarios, Deliveries deliveries, ProbeStates probes, Attribution attribution) {
        this.entries = entries;
        this.scenarios = scenarios;
        this.deliveries = deliveries;
        this.probes = probes;
        this.attribution = attribution;
    }

    /** With a record of it. */
    Snapshot look(String scenario, Map<String, Sight> sights, Settlement settlement) {
        Looked looked = entries.write(stamp -> looked(stamp, scenario, sights, settlement));
        return snapshot(scenario, deliveries.latest(), looked);
    }

    /** Without a record, and without a look at other scenarios. */
    Snapshot glance(String scenario, Map<String, Sight> sights, Settlement settlement) {
        return snapshot(scenario, Stream.empty(), looked(entries.now(), scenario, sights, settlement));
    }

    private static Looked looked(Stamp stamp, String scenario, Map<String, Sight> sights, Settlement settlement) {
        return new Looked(stamp.index(), stamp.at(), scenario, sights, settlement);
    }

    private Snapshot snapshot(String scenario, Stream<Delivery> others, Looked looked) {
        ScenarioTrack track = scenarios
                .track(scenario)
                .orElseThrow(() -> new IllegalStateException("the scenario " + scenario + " is not running"));
        return track.snapshot(
                deliveries.straysAfter(track.started().index()),
                deliveries::changesOf,
                others,
                probes.changes(),
                attribution::nameOf,
                looked);
    }
}
