package dev.handoff.journal;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What tells a run from all others: seven hexadecimal digits. They stand in the correlation IDs of its scenarios and in
 * the values that those plant, so that any other run sees that these are not its own, and whose they are.
 *
 * @param digits seven hexadecimal digits in lower case
 */
public record RunMark(String digits) {

    private static final String DIGITS = "[0-9a-f]{7}";
    private static final int BITS = 28;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghjkmnpqrstvwxyz0123456789";
    private static final int LETTERS_OF_ITS_OWN = 10;

    /** "Hand" in ASCII. */
    private static final long CORRELATION = 0x48616e64L;
    /** "plan" in ASCII. */
    private static final long PLANTED = 0x706c616eL;

    private static final int LENGTH_OF_UUID = 36;
    private static final int LENGTH_OF_TRACE_ID = 32;
    private static final Pattern ID =
            Pattern.compile("48616e64-?([0-9a-f]{4})-?8([0-9a-f]{3})-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}");
    private static final Pattern PLANTED_UUID =
            Pattern.compile("706c616e-([0-9a-f]{4})-8([0-9a-f]{3})-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    private static final String DOMAIN = "@example.test";
    private static final String REFERENCE = "REF-H";
    private static final Pattern PLANTED_TEXT = Pattern.compile(
            "(?:\\S*[^a-zA-Z0-9])?(?:REF-H([0-9A-F]{7})[A-Z0-9]{10}|h([0-9a-f]{7})[a-z0-9]{10}@example\\.test)");

    public RunMark {
        if (!digits.matches(DIGITS)) {
            throw new IllegalArgumentException("not seven hexadecimal digits: " + digits);
        }
    }

    /** One that no other run has, as far as chance goes. */
    public static RunMark random() {
        return new RunMark("%07x".formatted(RANDOM.nextInt(1 << BITS)));
    }

    /** How the run is called where it is party to what another run sees. */
    String party() {
        return "run " + digits;
    }

    /** Another correlation ID each time: a UUID of version 8, after RFC 9562. */
    String correlationId() {
        return uuid(CORRELATION);
    }

    /** Another UUID each time, for a business field. */
    public String uuid() {
        return uuid(PLANTED);
    }

    /** Another word each time: the beginning of an address, or a reference. */
    public String word() {
        StringBuilder word = new StringBuilder("h").append(digits);
        for (int i = 0; i < LETTERS_OF_ITS_OWN; i++) {
            word.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return word.toString();
    }

    private String uuid(long first) {
        long run = Long.parseLong(digits, 16);
        long high = first << 32 | (run >> 12) << 16 | 0x8000L | run & 0xfffL;
        long low = RANDOM.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    /** The run that made a correlation ID, which may stand as a trace ID. */
    static Optional<RunMark> ofCorrelationId(String value) {
        return value.length() == LENGTH_OF_UUID || value.length() == LENGTH_OF_TRACE_ID
                ? in(ID.matcher(value))
                : Optional.empty();
    }

    /** The run that made a value, or what one is made of, for a business field. */
    static Optional<RunMark> ofPlanted(String value) {
        if (value.endsWith(DOMAIN) || value.contains(REFERENCE)) {
            return in(PLANTED_TEXT.matcher(value));
        }
        return value.length() == LENGTH_OF_UUID ? in(PLANTED_UUID.matcher(value)) : Optional.empty();
    }

    private static Optional<RunMark> in(Matcher value) {
        if (!value.matches()) {
            return Optional.empty();
        }
        StringBuilder digits = new StringBuilder();
        for (int i = 1; i <= value.groupCount(); i++) {
            digits.append(value.group(i) == null ? "" : value.group(i));
        }
        return Optional.of(new RunMark(digits.toString().toLowerCase(Locale.ROOT)));
    }
}
