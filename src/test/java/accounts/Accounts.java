package accounts;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.subethamail.smtp.server.SMTPServer;

/** The server, and its command line. Each account answers under a path of its own: {@code /payments}, {@code /crm}. */
public final class Accounts implements AutoCloseable {

    private static final int BAD_USAGE = 2;

    private final Javalin javalin;
    private final SMTPServer smtp;

    private Accounts(Javalin javalin, SMTPServer smtp) {
        this.javalin = javalin;
        this.smtp = smtp;
    }

    public static void main(String[] args) {
        try {
            Arguments arguments = Arguments.parse(args);
            if (arguments.help()) {
                System.out.print(Arguments.HELP);
                return;
            }
            Accounts accounts = start(arguments, Secrets.from(System.getenv()), Clock.systemUTC());
            Runtime.getRuntime().addShutdownHook(new Thread(accounts::close, "shutdown"));
            System.out.println("The accounts are listening on http://" + arguments.host() + ":" + accounts.port()
                    + ", and take mails at port " + accounts.smtpPort());
        } catch (BadUsage e) {
            System.err.println("accounts: " + e.getMessage());
            System.exit(BAD_USAGE);
        }
    }

    static Accounts start(Arguments arguments, Secrets secrets, Clock clock) {
        Mail mail = new Mail(secrets.mail(), arguments.mailbox(), clock);
        List<Account> accounts = List.of(
                mail,
                new Payments(secrets.payments(), clock),
                new Billing(secrets.billing(), clock),
                new Crm(secrets.crm(), clock),
                new Fulfilment(secrets.fulfilment(), clock),
                new Risk(clock),
                Plain.analytics(clock),
                Plain.support(clock),
                Plain.inventory(clock),
                Plain.shipping(clock),
                Plain.access(clock),
                Plain.oncall(clock));
        return new Accounts(
                Javalin.create(config -> configure(config, accounts)).start(arguments.host(), arguments.port()),
                mail.listening(arguments.host(), arguments.smtpPort()));
    }

    int smtpPort() {
        return smtp.getPortAllocated();
    }

    int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        smtp.stop();
        javalin.stop();
    }

    private static void configure(JavalinConfig config, List<Account> accounts) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.jetty.modifyServer(server -> server.setStopTimeout(0));
        config.routes.get("/health", ctx -> Json.answer(ctx, 200, Map.of("status", "up")));
        accounts.forEach(account -> account.addTo(config.routes));
        config.routes.exception(Refused.class, (refused, ctx) -> refused.answer(ctx));
        config.routes.exception(HttpResponseException.class, (e, ctx) -> unknown(ctx, e));
    }

    private static void unknown(Context ctx, HttpResponseException e) {
        new Refused(e.getStatus(), e.getMessage()).answer(ctx);
    }
}
