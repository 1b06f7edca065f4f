package dev.handoff.defects;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The catalogue, Shop and the features speak of the same things. */
class CatalogueTest {

    private final List<KnownDefect> catalogue = Catalogue.read();

    @Test
    void the_catalogue_and_shop_name_the_same_defects() {
        Set<String> listed = ShopsList.read().stream()
                .map(defect -> defect.name() + " of " + defect.workflow())
                .collect(toSet());

        assertThat(catalogue.stream()
                        .map(defect -> defect.name() + " of " + defect.workflow())
                        .collect(toSet()))
                .as("in src/test/resources/defects, and in shop.Shop --list-defects")
                .isEqualTo(listed);
    }

    @Test
    void every_scenario_that_must_turn_red_is_in_the_features() {
        Set<String> scenarios = new HashSet<>(Features.scenarios());
        List<String> unknown = new ArrayList<>();
        for (KnownDefect defect : catalogue) {
            defect.red().keySet().stream()
                    .filter(name -> !scenarios.contains(name))
                    .map(name -> defect.name() + ": " + name)
                    .forEach(unknown::add);
        }

        assertThat(unknown).isEmpty();
    }

    @Test
    void each_scenario_has_a_name_of_its_own() {
        Set<String> seen = new HashSet<>();

        assertThat(Features.scenarios().stream().filter(name -> !seen.add(name)))
                .as("named twice; a name that two rows of examples share takes one of their <values>")
                .isEmpty();
    }
}
