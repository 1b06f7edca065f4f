package shop;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import shop.defect.Defect;

/** What the command line asks for. */
record Arguments(Request request, Set<Defect> defects) {

    static final String HELP = """
            Shop, the reference application of Handoff.

              --defect NAME    break one handoff the way a real change would
              --list-defects   list the defects and what they change
              --help           this text

            Settings come from the environment: SHOP_HOST, SHOP_PORT, SHOP_PUBLIC_URL, SHOP_DB_URL, SHOP_DB_USER,
            SHOP_DB_PASSWORD, SMTP_HOST, SMTP_PORT, SHOP_TEST_CLOCKS (on or off), SHOP_PROVIDER_TIMEOUT (seconds, 8 unless
            said), the broker: either KAFKA_BOOTSTRAP (with SHOP_EVENTS_TOPIC and SHOP_COMMANDS_TOPIC) or AMQP_URL (with
            SHOP_EVENTS_EXCHANGE, SHOP_COMMANDS_EXCHANGE and SHOP_DEAD_EXCHANGE), the addresses of the other companies:
            %s,
            and what is shared with them: %s.
            """.formatted(
                    Domains.providers().stream().map(Settings::variable).collect(Collectors.joining(", ")),
                    Domains.secrets().stream().map(Settings::secretVariable).collect(Collectors.joining(", ")));

    private static final String DEFECT = "--defect";
    private static final String LIST_DEFECTS = "--list-defects";
    private static final String HELP_FLAG = "--help";

    enum Request {
        SERVE,
        LIST_DEFECTS,
        HELP
    }

    static Arguments parse(String... args) throws BadUsage {
        Request request = Request.SERVE;
        Set<Defect> defects = new LinkedHashSet<>();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case HELP_FLAG -> request = Request.HELP;
                case LIST_DEFECTS -> request = Request.LIST_DEFECTS;
                case DEFECT -> {
                    i++;
                    if (i == args.length) {
                        throw new BadUsage(DEFECT + " needs a name. Known: " + String.join(", ", labels()));
                    }
                    defects.add(defect(args[i]));
                }
                default -> throw unknown("argument", args[i], List.of(DEFECT, LIST_DEFECTS, HELP_FLAG));
            }
        }
        return new Arguments(request, defects);
    }

    private static Defect defect(String label) throws BadUsage {
        return Domains.defects().stream()
                .filter(defect -> defect.label().equals(label))
                .findFirst()
                .orElseThrow(() -> unknown("defect", label, labels()));
    }

    private static List<String> labels() {
        return Domains.defects().stream().map(Defect::label).toList();
    }

    private static BadUsage unknown(String what, String typed, List<String> known) {
        return new BadUsage("unknown %s \"%s\", did you mean %s? Known: %s"
                .formatted(what, typed, NearestName.to(typed, known), String.join(", ", known)));
    }
}
