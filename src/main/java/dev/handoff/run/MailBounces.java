package dev.handoff.run;

import dev.handoff.action.ActionFailed;
import dev.handoff.action.Values;
import dev.handoff.action.Webhooks;
import dev.handoff.fault.Bounced;
import dev.handoff.fault.Bounces;
import dev.handoff.fault.NextRequests;
import dev.handoff.journal.Journal;
import dev.handoff.vocabulary.ActionSpec;
import dev.handoff.vocabulary.SystemSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Tells the application of mails of one scenario that came back, as a mail provider does. Until it has answered, the
 * scenario is not at rest.
 */
final class MailBounces implements AutoCloseable {

    private static final long LONGEST_SECONDS = 40;

    private final String scenario;
    private final Journal journal;
    private final Map<String, SystemSpec> systems;
    private final Webhooks webhooks;
    private final Values values;
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final ExecutorService senders = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "mail bounces");
        thread.setDaemon(true);
        return thread;
    });

    MailBounces(String scenario, Journal journal, Map<String, SystemSpec> systems, Webhooks webhooks, Values values) {
        this.scenario = scenario;
        this.journal = journal;
        this.systems = systems;
        this.webhooks = webhooks;
        this.values = values;
    }

    /**
     * The fault that has mails come back.
     *
     * @throws ActionFailed when the vocabulary does not say how the application is told
     */
    Bounces of(String system, NextRequests mails) {
        if (systems.get(system) instanceof SystemSpec.Mail spec && spec.bounce().isPresent()) {
            return new Bounces(mails, bounced -> start(spec, mails, bounced));
        }
        throw new ActionFailed("nothing says how the application is told that a mail of " + system + " came back");
    }

    private void start(SystemSpec.Mail spec, NextRequests mails, Bounced bounced) {
        try {
            senders.execute(() -> send(spec, mails, bounced));
        } catch (RejectedExecutionException over) {
            failures.add(words(spec, mails) + ": the scenario was over");
        }
    }

    private void send(SystemSpec.Mail spec, NextRequests mails, Bounced bounced) {
        List<String> told = new ArrayList<>();
        try {
            ActionSpec.Request webhook = spec.bounce().orElseThrow();
            for (String recipient : bounced.recipients()) {
                told.add(webhooks.send(webhook, name -> own(name, recipient, bounced)
                        .map(Object.class::cast)
                        .or(() -> values.apply(name))));
            }
        } catch (RuntimeException failed) {
            told.add(failed.getMessage());
            failures.add(words(spec, mails) + ": " + failed.getMessage());
        } finally {
            journal.exchangeEnded(
                    scenario,
                    spec.name(),
                    bounced.captured(),
                    true,
                    "the mail came back: " + journal.masked(String.join(", ", told)));
        }
    }

    private static Optional<String> own(String name, String recipient, Bounced bounced) {
        return switch (name) {
            case "recipient" -> Optional.of(recipient);
            case "messageId" -> Optional.of(bounced.messageId());
            case "subject" -> Optional.of(bounced.subject());
            default -> Optional.empty();
        };
    }

    private static String words(SystemSpec.Mail spec, NextRequests mails) {
        return spec.name() + " bounces " + mails.words() + " could not be carried out";
    }

    /** Mails that came back, and the application could not be told. */
    List<String> failures() {
        return failures;
    }

    /** Waits for what is under way. */
    @Override
    public void close() {
        senders.shutdown();
        try {
            if (!senders.awaitTermination(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                senders.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            senders.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
