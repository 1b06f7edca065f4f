package dev.handoff.sandbox.http;

import dev.handoff.fault.Answer;
import dev.handoff.fault.FaultPlan;
import dev.handoff.fault.Treatment;
import java.util.Optional;

/**
 * What a stand-in made of a request, when that is on record.
 *
 * @param answer that goes out, if the treatment lets one go out
 * @param met the faults that it met
 * @param captured the index of the delivery; 0 for a request that is on no record
 */
record Served(Answer answer, Optional<FaultPlan.Met> met, long captured) {

    static Served well(Answer answer) {
        return new Served(answer, Optional.empty(), 0);
    }

    Treatment treatment() {
        return met.map(FaultPlan.Met::treatment).orElse(Treatment.NONE);
    }
}
