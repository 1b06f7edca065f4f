package dev.handoff.sandbox.mail;

import java.net.InetAddress;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server that is served no more, without its probe being told, and served again on the same port. */
public final class Interrupted {

    private final SMTPServer stopped;

    private Interrupted(SMTPServer stopped) {
        this.stopped = stopped;
    }

    public static Interrupted close(MailServer mail) {
        mail.server().stop();
        return new Interrupted(mail.server());
    }

    public AutoCloseable open() {
        SMTPServer again = SMTPServer.port(stopped.getPortAllocated())
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .insertReceivedHeaders(false)
                .messageHandlerFactory(stopped.getMessageHandlerFactory())
                .build();
        again.start();
        return again::stop;
    }
}
