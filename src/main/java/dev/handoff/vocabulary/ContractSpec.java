package dev.handoff.vocabulary;

import dev.handoff.contract.Contract;
import java.util.List;
import java.util.Optional;

/**
 * The contract of an effect's payloads, and who relies on it.
 *
 * @param file the schema as the user would name it
 * @param producer who makes the payloads; absent for the application itself
 * @param consumers who reads them, in the order of the file; of a stand-in the system, unless said otherwise
 */
public record ContractSpec(
        String effect, String file, Contract contract, Optional<String> producer, List<String> consumers) {
    public ContractSpec {
        consumers = List.copyOf(consumers);
    }
}
