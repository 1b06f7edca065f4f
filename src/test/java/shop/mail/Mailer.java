package shop.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import shop.retry.GivenUp;
import shop.retry.Retry;
import shop.retry.TryAgain;

/** Sends mails, and tries again unless the server refuses for good (5xx). */
public final class Mailer {

    private final Session session;
    private final Retry retry;

    public Mailer(String host, int port, Retry retry) {
        this.session = Session.getInstance(settings(host, port));
        this.retry = retry;
    }

    public void send(Mail mail) throws GivenUp, InterruptedException {
        retry.call(() -> {
            try {
                Transport.send(compose(mail));
                return null;
            } catch (AddressException e) {
                throw new GivenUp("not an address: " + mail.to());
            } catch (MessagingException e) {
                if (isRefused(e)) {
                    throw new GivenUp("the mail server refused: " + e.getMessage());
                }
                throw new TryAgain("the mail could not be sent: " + e.getMessage());
            }
        });
    }

    private MimeMessage compose(Mail mail) throws MessagingException {
        MimeMessage message = mail.id() == null ? new MimeMessage(session) : new IdentifiedMessage(session, mail.id());
        message.setFrom(new InternetAddress(mail.from()));
        message.setRecipient(RecipientType.TO, new InternetAddress(mail.to()));
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setText(mail.text(), StandardCharsets.UTF_8.name());
        message.setSentDate(new Date());
        return message;
    }

    private static boolean isRefused(Exception failure) {
        for (Exception e = failure; e instanceof MessagingException; e = ((MessagingException) e).getNextException()) {
            if (replyCode(e) / 100 == 5) {
                return true;
            }
        }
        return false;
    }

    private static int replyCode(Exception e) {
        if (e instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        if (e instanceof SMTPSenderFailedException sender) {
            return sender.getReturnCode();
        }
        return e instanceof SMTPSendFailedException send ? send.getReturnCode() : 0;
    }

    private static Properties settings(String host, int port) {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", host);
        settings.setProperty("mail.smtp.port", String.valueOf(port));
        settings.setProperty("mail.smtp.connectiontimeout", "2000");
        settings.setProperty("mail.smtp.timeout", "8000");
        // Without these two the library looks up this machine's name, which can take seconds.
        settings.setProperty("mail.smtp.localhost", "localhost");
        settings.setProperty("mail.from", "mailer@shop.example");
        return settings;
    }
}
