package shop;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads environment variables, and remembers all that is wrong with them so that it can be said at once. */
final class Variables {

    private static final int HIGHEST_PORT = 65_535;

    private final Map<String, String> environment;
    private final List<String> missing = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    Variables(Map<String, String> environment) {
        this.environment = environment;
    }

    String text(String name) {
        String value = text(name, "");
        if (value.isEmpty()) {
            missing.add(name);
        }
        return value;
    }

    String text(String name, String otherwise) {
        String value = environment.getOrDefault(name, "").strip();
        return value.isEmpty() ? otherwise : value;
    }

    /** It must be there, but may say nothing. */
    String textOrEmpty(String name) {
        if (!environment.containsKey(name)) {
            missing.add(name);
        }
        return environment.getOrDefault(name, "");
    }

    String postgresUrl(String name) {
        String value = text(name);
        if (!value.isEmpty() && !value.startsWith("jdbc:postgresql:")) {
            wrong.add(name + " does not begin with jdbc:postgresql:");
        }
        return value;
    }

    int port(String name) {
        return number(name, text(name));
    }

    int port(String name, int otherwise) {
        return number(name, text(name, String.valueOf(otherwise)));
    }

    Duration seconds(String name, int otherwise) {
        String value = text(name, String.valueOf(otherwise));
        if (!value.matches("[1-9]\\d{0,2}")) {
            wrong.add(name + " is no number of seconds from 1 to 999: " + value);
            return Duration.ZERO;
        }
        return Duration.ofSeconds(Long.parseLong(value));
    }

    boolean isOn(String name) {
        String value = text(name, "off");
        if (!value.matches("on|off")) {
            wrong.add(name + " is neither on nor off: " + value);
        }
        return value.equals("on");
    }

    URI url(String name) {
        String value = text(name);
        try {
            URI url = new URI(value);
            if (!value.isEmpty()
                    && (url.getHost() == null
                            || !String.valueOf(url.getScheme()).matches("https?"))) {
                wrong.add(name + " is no http URL: " + value);
            }
            return url;
        } catch (URISyntaxException e) {
            wrong.add(name + " is no URL: " + value);
            return null;
        }
    }

    /** Exactly one of the two is to be set: says whether it is the first. */
    boolean isFirstOf(String first, String second) {
        boolean hasFirst = !text(first, "").isEmpty();
        boolean hasSecond = !text(second, "").isEmpty();
        if (hasFirst && hasSecond) {
            wrong.add("both " + first + " and " + second + " are set, where one of them is to be");
        }
        if (!hasFirst && !hasSecond) {
            missing.add("one of " + first + " and " + second);
        }
        return hasFirst || !hasSecond;
    }

    /** What is wrong is said without the address, which may hold a password. */
    URI amqpUrl(String name) {
        try {
            URI url = new URI(text(name, ""));
            if (!"amqp".equals(url.getScheme())
                    || url.getHost() == null
                    || !url.getPath().matches("(/[^/]+)?")) {
                wrong.add(name + " is no amqp URL, as amqp://USER:PASSWORD@HOST:5672/VHOST is");
            }
            return url;
        } catch (URISyntaxException e) {
            wrong.add(name + " is no URL: " + e.getReason());
            return null;
        }
    }

    void complain() throws BadUsage {
        if (!missing.isEmpty()) {
            wrong.add(0, "missing environment variables: " + String.join(", ", missing));
        }
        if (!wrong.isEmpty()) {
            throw new BadUsage(String.join("; ", wrong));
        }
    }

    private int number(String name, String value) {
        if (value.matches("\\d{1,5}") && Integer.parseInt(value) <= HIGHEST_PORT) {
            return Integer.parseInt(value);
        }
        if (!value.isEmpty()) {
            wrong.add(name + " is no port: " + value);
        }
        return 0;
    }
}
