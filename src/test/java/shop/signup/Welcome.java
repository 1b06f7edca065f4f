package shop.signup;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;
import shop.database.Database;
import shop.defect.Defects;
import shop.inbox.Handler;
import shop.mail.Mail;
import shop.mail.Mailer;
import shop.messaging.Message;
import shop.retry.GivenUp;
import shop.workflow.Workflows;

/** Mails the user a welcome, with the link that activates the account. */
final class Welcome implements Handler {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 24;

    private final Database database;
    private final Mailer mailer;
    private final Supplier<String> publicUrl;
    private final Defects defects;

    Welcome(Database database, Mailer mailer, Supplier<String> publicUrl, Defects defects) {
        this.database = database;
        this.mailer = mailer;
        this.publicUrl = publicUrl;
        this.defects = defects;
    }

    private record Greeting(String name, String token) {}

    @Override
    public Changes handle(Message message) throws GivenUp, InterruptedException {
        Signup signup = message.data(Signup.class);
        Greeting greeting = database.transaction(tx -> Signups.find(tx, signup.userId())
                        .map(user -> new Greeting(user.name(), Signups.token(tx, signup.userId(), newToken()))))
                .orElseThrow(() -> new GivenUp("there is no user " + signup.userId()));
        mailer.send(new Mail(Mail.FROM_WELCOME, signup.email(), "Welcome to Shop, " + greeting.name(), """
                Hello %s,

                your trial of the %s plan has begun. Please activate your account:

                %s/activate?token=%s

                Your Shop
                """.formatted(
                        greeting.name(), signup.plan(), publicUrl.get(), inLink(greeting.token()))));
        return tx -> Workflows.take(tx, signup.userId(), SignupWorkflow.WELCOMED);
    }

    private String inLink(String token) {
        return defects.has(SignupDefect.WELCOME_LINK_CUT) ? token.substring(0, 16) : token;
    }

    private static String newToken() {
        byte[] token = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }
}
