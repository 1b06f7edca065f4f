package dev.handoff.sandbox.mail;

import dev.handoff.fault.Answer;
import dev.handoff.fault.Arrival;
import dev.handoff.fault.Bounced;
import dev.handoff.fault.Bounces;
import dev.handoff.fault.FaultPlan;
import dev.handoff.journal.Capture;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Claim;
import dev.handoff.journal.Disposition;
import dev.handoff.journal.Journal;
import dev.handoff.journal.Message;
import dev.handoff.journal.Sight;
import dev.handoff.sandbox.Probe;
import dev.handoff.sandbox.ProbeFailed;
import dev.handoff.sandbox.Pulse;
import dev.handoff.vocabulary.SystemSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.client.SmartClient;
import org.subethamail.smtp.server.SMTPServer;

/** An SMTP server on loopback: a mail is in the journal before its sender is told that it was taken. */
public final class MailServer implements Probe {

    private static final int LARGEST_MAIL = 1 << 20;
    private static final long CANARY_SECONDS = 5;
    private static final int TAKEN = 250;
    private static final String CANARY_DOMAIN = "@canary.handoff.invalid";

    private final SystemSpec.Mail spec;
    private final Journal journal;
    private final FaultPlan faults;
    private final Pulse pulse;
    private final List<MailKind> kinds;
    private final SMTPServer server;
    private final Map<String, CompletableFuture<Void>> canaries = new ConcurrentHashMap<>();

    /**
     * Serves a mailbox.
     *
     * @param port 0 for one that is free
     * @throws ProbeFailed when the port cannot be bound
     */
    public MailServer(SystemSpec.Mail spec, int port, Journal journal) {
        this(spec, port, journal, new FaultPlan(spec.name(), journal));
    }

    /** The same with faults that its mails may meet. */
    public MailServer(SystemSpec.Mail spec, int port, Journal journal, FaultPlan faults) {
        this.spec = spec;
        this.faults = faults;
        this.journal = journal;
        this.pulse = new Pulse(spec.name(), journal, this::canary);
        this.kinds = spec.records().entrySet().stream()
                .map(kind -> new MailKind(kind.getKey(), kind.getValue()))
                .toList();
        this.server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .softwareName("Handoff")
                .insertReceivedHeaders(false)
                .messageHandlerFactory(session -> new Incoming())
                .build();
        try {
            server.start();
        } catch (RuntimeException taken) {
            throw new ProbeFailed(
                    "port " + port + " for the mail server " + spec.name() + " is in use; stop the program"
                            + " that uses it, or leave out \"port\" to have a free one chosen");
        }
    }

    SMTPServer server() {
        return server;
    }

    @Override
    public String system() {
        return spec.name();
    }

    @Override
    public Map<String, String> address() {
        return Map.of("host", "localhost", "port", String.valueOf(server.getPortAllocated()));
    }

    @Override
    public void prove() {
        pulse.prove();
    }

    private String canary() {
        String recipient = UUID.randomUUID() + CANARY_DOMAIN;
        CompletableFuture<Void> arrival = new CompletableFuture<>();
        canaries.put(recipient, arrival);
        CompletableFuture<Void> sent = new CompletableFuture<>();
        Thread sender = new Thread(() -> sent.completeAsync(() -> send(recipient), Runnable::run), "canary mail");
        sender.setDaemon(true);
        sender.start();
        try {
            sent.get(CANARY_SECONDS, TimeUnit.SECONDS);
            arrival.get(CANARY_SECONDS, TimeUnit.SECONDS);
            return "its canary mail arrived";
        } catch (ExecutionException refused) {
            throw lost(refused.getCause().getMessage());
        } catch (TimeoutException tooLong) {
            throw lost("no answer within " + CANARY_SECONDS + " s");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProbeFailed("the mail server " + spec.name() + " was interrupted while it proved itself");
        } finally {
            canaries.remove(recipient);
        }
    }

    private ProbeFailed lost(String why) {
        return new ProbeFailed("the mail server " + spec.name() + " lost its canary mail: " + why);
    }

    private Void send(String recipient) {
        try {
            SmartClient client = SmartClient.createAndConnect("localhost", server.getPortAllocated(), "localhost");
            client.from("canary" + CANARY_DOMAIN);
            client.to(recipient);
            client.dataStart();
            client.dataWrite("Subject: canary\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            client.dataEnd();
            client.quit();
            return null;
        } catch (IOException lost) {
            throw new UncheckedIOException(lost.getMessage(), lost);
        }
    }

    @Override
    public Sight sight(String scenario) {
        return new Sight(
                pulse.lastSeen(),
                server.isRunning() ? spec.name() + " served throughout" : spec.name() + " is not served");
    }

    @Override
    public void seeUpTo(String scenario, Instant instant) {
        pulse.require(instant);
    }

    @Override
    public void close() {
        pulse.close();
        server.stop();
    }

    /** Puts a mail on record; returns what is to be done when its sender has the answer. */
    private Runnable received(String sender, List<String> recipients, byte[] raw, boolean cut) throws RejectException {
        Mail mail = Mail.parse(sender, recipients, raw);
        Message content =
                new Message(mail.headers(), "application/json", mail.fields().toString(), cut ? LARGEST_MAIL : 0);
        String effect = kinds.stream()
                .filter(kind -> kind.fits(mail))
                .map(MailKind::effect)
                .findFirst()
                .orElse(null);
        Map<String, String> envelope = new LinkedHashMap<>();
        envelope.put("envelope from", sender);
        envelope.put("envelope to", String.join(", ", recipients));
        Optional<FaultPlan.Met> met = met(effect, content, envelope);
        boolean taken = met.map(one -> one.treatment().takenIn()).orElse(true);
        int status = met.flatMap(one -> one.treatment().instead())
                .map(Answer::status)
                .orElse(TAKEN);
        Captured captured = journal.capture(
                Capture.effect(
                                spec.name(),
                                effect,
                                "mail \"" + mail.subject() + "\" to " + String.join(", ", recipients),
                                envelope,
                                content)
                        .answered(taken ? Disposition.ACCEPTED : Disposition.REJECTED, status, null, null),
                met.map(FaultPlan.Met::onRecord).orElse(List.of()));
        if (status != TAKEN) {
            throw new RejectException(status, "refused on purpose");
        }
        return met.flatMap(FaultPlan.Met::bounces)
                .map(bounces ->
                        sendBack(bounces, new Bounced(captured.index(), recipients, mail.messageId(), mail.subject())))
                .orElse(() -> {});
    }

    private static Runnable sendBack(Bounces bounces, Bounced bounced) {
        return () -> bounces.sendBack().accept(bounced);
    }

    private Optional<FaultPlan.Met> met(String effect, Message content, Map<String, String> envelope) {
        return faults.isEmpty()
                ? Optional.empty()
                : faults.meet(
                        journal.whose(content, envelope).stream()
                                .map(Claim::scenario)
                                .toList(),
                        new Arrival(effect, content, journal.now()));
    }

    /** One mail as it comes in. */
    private final class Incoming implements MessageHandler {

        private String sender = "";
        private final List<String> recipients = new ArrayList<>();
        private Runnable afterwards = () -> {};

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
            byte[] raw = data.readNBytes(LARGEST_MAIL);
            boolean cut = data.skip(Long.MAX_VALUE) > 0;
            CompletableFuture<Void> canary = recipients.size() == 1 ? canaries.get(recipients.get(0)) : null;
            if (canary != null) {
                canary.complete(null);
            } else {
                afterwards = received(sender, recipients, raw, cut);
            }
            return null;
        }

        @Override
        public void done() {
            recipients.clear();
            Runnable once = afterwards;
            afterwards = () -> {};
            once.run();
        }
    }
}
