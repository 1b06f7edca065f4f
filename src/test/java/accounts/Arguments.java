package accounts;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What the command line asks for. */
record Arguments(String host, int port, int smtpPort, Optional<Mailbox> mailbox, boolean help) {

    static final String HELP = """
            The sandbox accounts that Shop has at its providers.

              --host ADDRESS   where it listens (127.0.0.1)
              --port NUMBER    its port (8090); 0 takes any that is free
              --smtp NUMBER    the port at which it takes mails (2525); 0 takes any that is free
              --forward A:B    the SMTP host and port that mails go on to; nowhere unless said
              --help           this text

            Secrets come from the environment: PAYMENTS_KEY, MAIL_KEY, CRM_CLIENT_ID and CRM_CLIENT_SECRET for reading,
            BILLING_CLIENT_SECRET and FULFILMENT_SECRET as Shop has them.
            """;

    private static final int HIGHEST_PORT = 65_535;

    static Arguments parse(String... args) throws BadUsage {
        String host = "127.0.0.1";
        int port = 8090;
        int smtpPort = 2525;
        Optional<Mailbox> mailbox = Optional.empty();
        boolean help = false;
        Iterator<String> all = List.of(args).iterator();
        while (all.hasNext()) {
            String argument = all.next();
            switch (argument) {
                case "--host" -> host = value(argument, all);
                case "--port" -> port = port(argument, value(argument, all));
                case "--smtp" -> smtpPort = port(argument, value(argument, all));
                case "--forward" -> mailbox = Optional.of(Mailbox.at(value(argument, all)));
                case "--help" -> help = true;
                default ->
                    throw new BadUsage(
                            "unknown argument \"" + argument + "\". Known: --host, --port, --smtp, --forward, --help");
            }
        }
        return new Arguments(host, port, smtpPort, mailbox, help);
    }

    private static String value(String argument, Iterator<String> all) throws BadUsage {
        if (!all.hasNext()) {
            throw new BadUsage(argument + " needs a value");
        }
        return all.next();
    }

    private static int port(String argument, String value) throws BadUsage {
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > HIGHEST_PORT) {
            throw new BadUsage(argument + " is no port: " + value);
        }
        return Integer.parseInt(value);
    }
}
