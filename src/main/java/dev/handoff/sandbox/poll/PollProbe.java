package dev.handoff.sandbox.poll;

import dev.handoff.journal.Journal;
import dev.handoff.journal.Sight;
import dev.handoff.sandbox.Probe;
import dev.handoff.sandbox.ProbeFailed;
import dev.handoff.sandbox.Pulse;
import dev.handoff.sandbox.ScenarioValues;
import dev.handoff.sandbox.SkewOverTime;
import dev.handoff.sandbox.asking.Asking;
import dev.handoff.sandbox.asking.Refused;
import dev.handoff.sandbox.asking.Rhythm;
import dev.handoff.sandbox.asking.Unanswered;
import dev.handoff.vocabulary.PollRecord;
import dev.handoff.vocabulary.SystemSpec;
import dev.handoff.vocabulary.Template;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Asks a sandbox over HTTP for the items that belong to the scenarios that are running, again and again. */
public final class PollProbe implements Probe {

    private static final Duration READY_WITHIN = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final int SERVER_ERROR = 500;

    private final SystemSpec.Poll spec;
    private final Function<String, Optional<Object>> addresses;
    private final DateClock clock;
    private final Courtesy courtesy;
    private final Account account;
    private final Secrets secrets;
    private final Listings listings;
    private final Pulse pulse;
    private final Asking asking;

    /**
     * Watches a sandbox.
     *
     * @param addresses what {@code ${application.…}} and {@code ${systems.…}} stand for
     */
    public PollProbe(SystemSpec.Poll spec, Function<String, Optional<Object>> addresses, Journal journal) {
        this.spec = spec;
        this.addresses = addresses;
        this.clock = new DateClock(
                journal::now,
                spec.clock() == SystemSpec.Poll.Clock.MACHINE
                        ? SkewOverTime.ofThisMachine(journal)
                        : SkewOverTime.measured(journal::now));
        this.courtesy = new Courtesy(spec.limit().rest(), spec.limit().pace(), journal::now);
        this.secrets = new Secrets(journal);
        this.account = new Account(spec, addresses, courtesy, clock, secrets, journal::now);
        this.listings = new Listings(spec, account, courtesy, clock, secrets);
        this.pulse = new Pulse(spec.name(), journal, this::canary, spec.every());
        Rhythm rhythm = new Rhythm(spec.every(), spec.every().dividedBy(4), spec.showsWithin());
        this.asking = new Asking(spec.name(), rhythm, journal, pulse, listings);
        asking.start();
    }

    @Override
    public String system() {
        return spec.name();
    }

    @Override
    public Map<String, String> address() {
        Optional<String> url = spec.url().isPresent()
                ? spec.url()
                        .filter(template -> Account.isKnown(template, addresses))
                        .map(known -> known.text(addresses))
                : listings.any()
                        .map(listing -> listing.request().http().target().source())
                        .filter(target -> target.startsWith("http"))
                        .map(PollProbe::origin);
        return url.map(known -> Map.of("url", known)).orElse(Map.of());
    }

    private static String origin(String target) {
        int end = target.indexOf('/', target.indexOf("://") + 3);
        return end < 0 ? target : target.substring(0, end);
    }

    /** Waits for a sandbox that is about to start, but not for one that refuses us. */
    @Override
    public void prove() {
        AtomicReference<ProbeFailed> last = new AtomicReference<>();
        try {
            Awaitility.await()
                    .pollInSameThread()
                    .atMost(READY_WITHIN)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(LOOK_AGAIN)
                    .until(() -> {
                        try {
                            pulse.prove();
                            return true;
                        } catch (ProbeFailed failed) {
                            last.set(failed);
                            return account.isLockedOut();
                        }
                    });
        } catch (ConditionTimeoutException neverReady) {
            throw last.get();
        }
        if (account.isLockedOut()) {
            throw last.get();
        }
    }

    private String canary() {
        try {
            courtesy.requireNoRest();
            if (pulse.isDown()) {
                clock.beginAnew();
            }
            return flown() + ", "
                    + (spec.clock() == SystemSpec.Poll.Clock.OWN ? "its clock is its own" : clock.inWords());
        } catch (Unanswered unanswered) {
            throw new ProbeFailed("the sandbox " + spec.name() + " cannot be asked: " + unanswered.getMessage());
        } catch (Refused refused) {
            throw new ProbeFailed(
                    "the sandbox " + spec.name() + " cannot be asked: " + secrets.hide(refused.getMessage()));
        } catch (Template.UnknownValue unknown) {
            throw new ProbeFailed(
                    "the sandbox " + spec.name() + " cannot be asked: ${" + unknown.name() + "} has no value here");
        } catch (IllegalArgumentException noAddress) {
            throw new ProbeFailed("the sandbox " + spec.name() + " cannot be asked: "
                    + secrets.hide(String.valueOf(noAddress.getMessage())));
        }
    }

    private String flown() throws Unanswered, Refused {
        if (spec.canary().isPresent()) {
            Reply reply = account.ask(this::asked);
            if (!reply.isSuccess()) {
                throw new Refused("it answered " + reply.status() + " to " + asked().words());
            }
            return "it answered " + reply.status();
        }
        Optional<PollRecord.Listing> anybodys = listings.ofNobody();
        if (anybodys.isPresent()) {
            listings.pages(anybodys.get(), name -> Optional.empty()).first();
            return "it listed what it has";
        }
        if (listings.any().isEmpty()) {
            return "nothing is asked of it";
        }
        Reply reply = listings.pages(listings.any().get(), name -> Optional.of(madeUp(name)))
                .knock();
        if (!reply.isSuccess() && (reply.status() < 400 || reply.status() == 403 || reply.status() >= SERVER_ERROR)) {
            throw new Refused("it answered " + reply.status() + " to a made-up question");
        }
        return "it answered " + reply.status() + " to a made-up question";
    }

    private Outgoing asked() {
        return account.filling().fill(spec.canary().orElseThrow(), account::value);
    }

    private static Object madeUp(String name) {
        return name.toLowerCase(Locale.ROOT).contains("mail") ? "canary@handoff.invalid" : "handoff-canary";
    }

    @Override
    public void watch(String scenario, ScenarioValues values) {
        asking.watch(scenario, values);
    }

    @Override
    public void unwatch(String scenario) {
        asking.unwatch(scenario);
    }

    @Override
    public boolean isAsking() {
        return true;
    }

    @Override
    public void seeUpTo(String scenario, Instant instant) {
        asking.seeUpTo(scenario, instant);
    }

    @Override
    public Sight sight(String scenario) {
        return asking.sight(scenario);
    }

    @Override
    public void close() {
        asking.close();
        pulse.close();
    }
}
