package shop.subscription;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be subscribed to; a month costs as many minor units in each currency. */
enum Plan {
    STARTER(1_200),
    TEAM(4_750),
    BUSINESS(19_900);

    private final long price;

    Plan(long price) {
        this.price = price;
    }

    static Optional<Plan> called(String label) {
        return Arrays.stream(values())
                .filter(plan -> plan.label().equals(label))
                .findFirst();
    }

    static String labels() {
        return Arrays.stream(values()).map(Plan::label).collect(Collectors.joining(", "));
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    long price() {
        return price;
    }
}
