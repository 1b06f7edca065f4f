package dev.handoff.environment;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testcontainers.containers.GenericContainer;

/** The addresses of systems as they are seen from inside of a container, where loopback is the container's own. */
final class InsideAddresses implements Function<String, Optional<Object>> {

    private static final Pattern LOOPBACK =
            Pattern.compile("(?<![\\w.-])(?:localhost|127\\.0\\.0\\.1)(?::(\\d+))?(?![\\w.-])");

    private final Addresses outside;
    private final int applicationPort;
    private final Set<Integer> ports = new TreeSet<>();

    /** @param applicationPort where the application listens, inside */
    InsideAddresses(Addresses outside, int applicationPort) {
        this.outside = outside;
        this.applicationPort = applicationPort;
    }

    @Override
    public Optional<Object> apply(String name) {
        if (name.equals("application.port")) {
            return Optional.of(String.valueOf(applicationPort));
        }
        Optional<Object> value = outside.apply(name);
        return name.startsWith("systems.") ? value.map(text -> seenFromInside(name, String.valueOf(text))) : value;
    }

    private String seenFromInside(String name, String text) {
        if (name.endsWith(".port")) {
            exposeIfOnLoopback(name, text);
        }
        return LOOPBACK.matcher(text).replaceAll(found -> {
            if (found.group(1) != null) {
                ports.add(Integer.parseInt(found.group(1)));
            }
            return Matcher.quoteReplacement(
                    GenericContainer.INTERNAL_HOST_HOSTNAME + (found.group(1) == null ? "" : ":" + found.group(1)));
        });
    }

    private void exposeIfOnLoopback(String name, String port) {
        Optional<Object> host = outside.apply(name.replaceFirst("port$", "host"));
        boolean onLoopback =
                host.map(some -> LOOPBACK.matcher(some.toString()).matches()).orElse(true);
        if (onLoopback && port.matches("\\d{1,5}")) {
            ports.add(Integer.parseInt(port));
        }
    }

    /** Those of this machine that have been asked for. */
    Set<Integer> ports() {
        return Set.copyOf(ports);
    }
}
