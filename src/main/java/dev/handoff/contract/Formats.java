package dev.handoff.contract;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The formats that all texts of one place have. */
final class Formats {

    private static final Pattern ADDRESS = Pattern.compile("[a-z][a-z0-9+.-]*://\\S+");
    private static final Map<String, Contract> KNOWN = known();

    private final Map<String, Contract> left = new LinkedHashMap<>(KNOWN);

    private static Map<String, Contract> known() {
        Map<String, Contract> known = new LinkedHashMap<>();
        for (String format : new String[] {"date-time", "date", "uuid", "email", "uri"}) {
            try {
                known.put(format, Contract.of("{\"type\":\"string\",\"format\":\"" + format + "\"}"));
            } catch (NotASchema cannotBe) {
                throw new IllegalStateException(cannotBe);
            }
        }
        return known;
    }

    void add(String text) {
        left.entrySet().removeIf(format -> !fits(format.getKey(), format.getValue(), text));
    }

    private static boolean fits(String format, Contract contract, String text) {
        return (!format.equals("uri") || ADDRESS.matcher(text).matches())
                && contract.breaches(TextNode.valueOf(text)).isEmpty();
    }

    Optional<String> all() {
        return left.size() == KNOWN.size()
                ? Optional.empty()
                : left.keySet().stream().findFirst();
    }
}
