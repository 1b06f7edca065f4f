package dev.handoff.vocabulary;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a system of type {@code poll}. */
final class PollSystemReader {

    static final List<String> KEYS = SystemReader.keys(
            "preset",
            "url",
            "key",
            "user",
            "password",
            "token",
            "headers",
            "request",
            "query",
            "body",
            "items",
            "item",
            "id",
            "at",
            "nothing",
            "paging",
            "every",
            "shows-within",
            "rate-limit",
            "clock",
            "canary",
            "records");

    private static final Duration EVERY = Duration.ofSeconds(1);

    /** What headers may name: addresses, and what the system is asked with. */
    static final Scope SENT =
            new Scope(List.of("key", "token"), java.util.Set.of(Scope.Group.APPLICATION, Scope.Group.SYSTEMS));

    private PollSystemReader() {}

    static SystemSpec read(String name, Value written) {
        Value value = Presets.under(written);
        Section section = Section.of(value, KEYS);
        section.value("preset").ifPresent(Value::text);
        Optional<Template> url = section.value("url").flatMap(PollSystemReader::url);
        PollRecordReader.Defaults defaults = PollRecordReader.defaults(section, url.isPresent());
        Map<String, PollRecord> records = new LinkedHashMap<>();
        Map<String, Place> places = new LinkedHashMap<>();
        for (Value.Named entry : section.named("records", "a mapping of effects and items")) {
            boolean good = Effects.recorded(value.draft(), entry.place(), entry.name(), name);
            PollRecordReader.read(entry, defaults).ifPresent(record -> {
                places.keySet().stream()
                        .filter(earlier -> good && isTakenBy(records.get(earlier), record))
                        .findFirst()
                        .ifPresent(
                                earlier -> Effects.neverRecorded(entry, "listed item", earlier, places.get(earlier)));
                records.put(entry.name(), record);
                if (good) {
                    places.put(entry.name(), entry.place());
                }
            });
        }
        Optional<PollToken> token = section.value("token").map(block -> PollTokenReader.read(block, url.isPresent()));
        Optional<Template> key = section.template("key", Scope.NOTHING);
        Map<String, Template> headers = Headers.read(section, SENT);
        headers.keySet().stream()
                .filter(header -> header.toLowerCase(java.util.Locale.ROOT)
                        .matches("host|connection|content-length|expect|upgrade"))
                .forEach(header -> value.draft()
                        .problem(
                                section.placeOf("headers"),
                                "the header " + header + " cannot be set in " + value.what()));
        SystemSpec.Poll system = new SystemSpec.Poll(
                name,
                url,
                key,
                login(section),
                token,
                headers,
                section.value("every").flatMap(Durations::readPositive).orElse(EVERY),
                section.value("shows-within").flatMap(Durations::read).orElse(Duration.ZERO),
                PollLimitReader.read(section.value("rate-limit")),
                Clocks.ofPolled(section),
                section.value("canary")
                        .flatMap(canary -> PollRecordReader.request(canary, SENT, url.isPresent()))
                        .map(line -> new PollRequest(line, Map.of(), Map.of(), Optional.empty())),
                records);
        requireCredentials(section, system);
        return system;
    }

    private static boolean isTakenBy(PollRecord earlier, PollRecord later) {
        return earlier.listing().equals(later.listing())
                && later.where().entrySet().containsAll(earlier.where().entrySet());
    }

    private static Optional<Template> url(Value value) {
        Optional<Template> url = value.template(Scope.ADDRESSES);
        return url.isPresent() && !url.get().source().matches("(https?://|\\$\\{).*")
                ? value.mustBe("an address that begins with http:// or https://")
                : url;
    }

    /** Who asks, by HTTP Basic. */
    static Optional<PollLogin> login(Section section) {
        Optional<Template> user = section.template("user", Scope.NOTHING);
        Optional<Template> password = section.template("password", Scope.NOTHING);
        if (password.isPresent() && user.isEmpty()) {
            section.required("user", "it is whose password is given");
        }
        return user.map(name -> new PollLogin(name, password.orElse(Template.of(""))));
    }

    /** What is sent must be given, and given once. */
    private static void requireCredentials(Section section, SystemSpec.Poll system) {
        requireIf(
                section,
                system,
                "key",
                system.key().isPresent(),
                "it is an API key of the account, from the environment");
        requireIf(section, system, "token", system.token().isPresent(), "it is a block that says how a token is had");
        long ways = java.util.stream.Stream.of(
                        system.key().isPresent(),
                        system.user().isPresent(),
                        system.token().isPresent())
                .filter(given -> given)
                .count();
        boolean said = system.headers().keySet().stream().anyMatch("authorization"::equalsIgnoreCase);
        if (ways > 1 && !said) {
            section.whole()
                    .problem(section.whole().what()
                            + " has more than one of key, user and token; say in headers what Authorization is sent");
        }
    }

    private static void requireIf(Section section, SystemSpec.Poll system, String name, boolean given, String allowed) {
        if (system.sends(name) && !given) {
            section.required(name, allowed);
        }
    }
}
