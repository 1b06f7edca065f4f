package accounts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** The mail provider: it takes mails over SMTP, and lists them decoded, newest first, with the time at which each came. */
final class Mail implements Account {

    private static final int PAGE = 50;
    private static final int LARGEST = 1 << 20;
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>\\])}]+");

    private final String key;
    private final Optional<Mailbox> mailbox;
    private final Items mails;

    /**
     * @param key by which mails are listed
     * @param mailbox that they go on to; a mail that it does not take is not taken here
     */
    Mail(String key, Optional<Mailbox> mailbox, Clock clock) {
        this.key = key;
        this.mailbox = mailbox;
        this.mails = new Items(Ids.random("mail_"), clock);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/mail/v1/messages", this::list);
    }

    /** Takes mails from now on. */
    SMTPServer listening(String host, int port) {
        try {
            SMTPServer server = SMTPServer.port(port)
                    .bindAddress(InetAddress.getByName(host))
                    .softwareName("accounts")
                    .insertReceivedHeaders(false)
                    .messageHandlerFactory(session -> new Incoming())
                    .build();
            server.start();
            return server;
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException("no address to listen at: " + host, unknown);
        }
    }

    private void list(Context ctx) {
        if (!Tokens.same(key, ctx.header("X-Api-Key"))) {
            throw new Refused(401, "This is not the key of the account");
        }
        Items.Page page =
                mails.newestFirst(ctx.queryParam("before"), Asked.limit(ctx, PAGE), Asked.createdSince(ctx, "since"));
        ObjectNode answer = Json.object();
        ArrayNode messages = answer.putArray("messages");
        page.items().forEach(item -> messages.add(shown(item)));
        answer.put("next", page.hasMore() ? page.last() : null);
        Json.answer(ctx, 200, answer);
    }

    private static ObjectNode shown(Item item) {
        ObjectNode shown = Json.object().put("id", item.id());
        shown.setAll(item.content());
        return shown.put("received_at", item.created().toString());
    }

    private static ObjectNode decoded(List<String> recipients, byte[] raw) throws MessagingException, IOException {
        MimeMessage message = new MimeMessage(null, new ByteArrayInputStream(raw));
        ObjectNode mail = Json.object().put("from", message.getHeader("From", ", "));
        recipients.forEach(mail.putArray("to")::add);
        mail.put("subject", message.getSubject());
        mail.put("message_id", message.getMessageID());
        String text = message.getContent() instanceof String content ? content : "";
        mail.put("text", text);
        ArrayNode links = mail.putArray("links");
        Matcher link = LINK.matcher(text);
        while (link.find()) {
            links.add(link.group().replaceAll("[.,;:!?]+$", ""));
        }
        return mail;
    }

    /** One mail as it comes in. */
    private final class Incoming implements MessageHandler {

        private final List<String> recipients = new ArrayList<>();
        private String sender;

        @Override
        public void from(String from) {
            sender = from;
        }

        @Override
        public void recipient(String recipient) {
            recipients.add(recipient);
        }

        @Override
        public String data(InputStream data) throws RejectException, IOException {
            byte[] raw = data.readNBytes(LARGEST);
            if (data.read() >= 0) {
                throw new RejectException(552, "The mail is too large");
            }
            ObjectNode mail;
            try {
                mail = decoded(recipients, raw);
            } catch (MessagingException unreadable) {
                throw new RejectException(550, "The mail cannot be read");
            }
            forward(raw);
            mails.add(mail, null, null);
            return null;
        }

        private void forward(byte[] raw) throws RejectException {
            if (mailbox.isEmpty()) {
                return;
            }
            try {
                mailbox.get().deliver(sender, recipients, raw);
            } catch (IOException undelivered) {
                throw new RejectException(451, "The mailbox does not take the mail");
            }
        }

        @Override
        public void done() {
            recipients.clear();
        }
    }
}
