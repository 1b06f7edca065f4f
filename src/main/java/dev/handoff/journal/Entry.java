package dev.handoff.journal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** One line of the journal. The format is documented in {@code docs/run-folder.md}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ScenarioStarted.class, name = "scenario started"),
    @JsonSubTypes.Type(value = ScenarioEnded.class, name = "scenario ended"),
    @JsonSubTypes.Type(value = ActionStarted.class, name = "action started"),
    @JsonSubTypes.Type(value = Exchanged.class, name = "exchanged"),
    @JsonSubTypes.Type(value = Performed.class, name = "performed"),
    @JsonSubTypes.Type(value = KeyLearned.class, name = "key learned"),
    @JsonSubTypes.Type(value = Captured.class, name = "captured"),
    @JsonSubTypes.Type(value = Claimed.class, name = "claimed"),
    @JsonSubTypes.Type(value = Changed.class, name = "changed"),
    @JsonSubTypes.Type(value = FaultPlanned.class, name = "fault planned"),
    @JsonSubTypes.Type(value = FaultFired.class, name = "fault fired"),
    @JsonSubTypes.Type(value = ExchangeEnded.class, name = "exchange ended"),
    @JsonSubTypes.Type(value = ProbeChanged.class, name = "probe changed"),
    @JsonSubTypes.Type(value = StageReached.class, name = "stage reached"),
    @JsonSubTypes.Type(value = Looked.class, name = "looked")
})
public sealed interface Entry
        permits ScenarioStarted,
                ScenarioEnded,
                ActionStarted,
                Exchanged,
                Performed,
                KeyLearned,
                Captured,
                Claimed,
                Changed,
                FaultPlanned,
                FaultFired,
                ExchangeEnded,
                ProbeChanged,
                StageReached,
                Looked {

    /** Its place in the journal, from 1. */
    long index();

    /** When it was written, by the run's own monotonic clock. */
    Instant at();
}
