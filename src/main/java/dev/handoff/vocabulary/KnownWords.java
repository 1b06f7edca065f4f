package dev.handoff.vocabulary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words that a vocabulary defines, with the places where it does. */
final class KnownWords {

    /** Which system records an effect, and where it says so. */
    record Recorded(String system, Place place) {}

    private final Map<String, SystemType> systems = new LinkedHashMap<>();
    private final Map<String, SystemKind> owned = new LinkedHashMap<>();
    private final Map<String, Recorded> effects = new LinkedHashMap<>();
    private final Map<String, Place> actions = new LinkedHashMap<>();
    private final Set<String> keys = new LinkedHashSet<>();
    private final Set<String> remembered = new LinkedHashSet<>();
    private final List<String> sentences = new ArrayList<>();
    private final Map<String, ContractSpec> contracts = new LinkedHashMap<>();
    private final Map<String, Place> contractPlaces = new LinkedHashMap<>();

    void system(String name, SystemType type) {
        systems.put(name, type);
    }

    void system(String name, SystemKind own) {
        systems.put(name, null);
        owned.put(name, own);
    }

    /** The kind of a system of a type that Handoff does not have itself. */
    Optional<SystemKind> own(String system) {
        return Optional.ofNullable(owned.get(system));
    }

    /** The type of each system; null where it is not known. */
    Map<String, SystemType> systems() {
        return systems;
    }

    /** Notes an effect; answers who recorded it first. */
    Recorded effect(String name, String system, Place place) {
        return effects.computeIfAbsent(name, unknown -> new Recorded(system, place));
    }

    Map<String, Recorded> effects() {
        return effects;
    }

    /** The effect of that name, whatever its case. */
    Optional<Map.Entry<String, Recorded>> effectLike(String name) {
        return effects.entrySet().stream()
                .filter(effect -> effect.getKey().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** Notes a Cucumber expression; answers where it stood before. */
    Optional<Place> expression(String expression, Place place) {
        return Optional.ofNullable(actions.putIfAbsent(expression, place));
    }

    /** Notes the contract of an effect; answers where another one stood before. */
    Optional<Place> contract(ContractSpec contract, Place place) {
        ContractSpec first = contracts.putIfAbsent(contract.effect(), contract);
        if (first == null) {
            contractPlaces.put(contract.effect(), place);
        }
        boolean same = first == null
                || first.file().equals(contract.file())
                        && first.producer().equals(contract.producer())
                        && first.consumers().equals(contract.consumers());
        return same ? Optional.empty() : Optional.of(contractPlaces.get(contract.effect()));
    }

    Map<String, ContractSpec> contracts() {
        return contracts;
    }

    Set<String> keys() {
        return keys;
    }

    Set<String> remembered() {
        return remembered;
    }

    List<String> sentences() {
        return sentences;
    }
}
