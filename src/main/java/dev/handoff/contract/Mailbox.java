package dev.handoff.contract;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;
import java.util.regex.Pattern;

/**
 * The formats {@code email} and {@code idn-email}, after RFC 5321 and RFC 6531. The validator's own look the end of the
 * domain up in a list of those that exist, and so refuse {@code ada@example.test}, which RFC 2606 keeps for tests.
 */
final class Mailbox implements Format {

    private static final String LOCAL =
            "[%1$s!#$%%&'*+/=?^_`{|}~-]+(\\.[%1$s!#$%%&'*+/=?^_`{|}~-]+)*|\"([^\"\\\\]|\\\\.)*\"";
    private static final String DOMAIN = "[%1$s]([%1$s-]*[%1$s])?(\\.[%1$s]([%1$s-]*[%1$s])?)*|\\[[0-9A-Za-z.:]+]";

    private final String name;
    private final Pattern pattern;

    private Mailbox(String name, String letters) {
        this.name = name;
        this.pattern = Pattern.compile(String.format("(" + LOCAL + ")@(" + DOMAIN + ")", letters));
    }

    static Mailbox ascii() {
        return new Mailbox("email", "A-Za-z0-9");
    }

    static Mailbox international() {
        return new Mailbox("idn-email", "\\p{L}\\p{M}\\p{N}");
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean matches(ExecutionContext context, String value) {
        return value.length() <= 320 && pattern.matcher(value).matches();
    }
}
