package shop.mail;

/**
 * A plain text mail.
 *
 * @param id its Message-ID without angle brackets; null to have one made up
 */
public record Mail(String from, String to, String subject, String text, String id) {

    public static final String FROM_BILLING = "Shop <billing@shop.example>";
    public static final String FROM_SUPPORT = "Shop <support@shop.example>";
    public static final String FROM_WELCOME = "Shop <hello@shop.example>";

    public Mail(String from, String to, String subject, String text) {
        this(from, to, subject, text, null);
    }

    /** The same under a Message-ID by which it is known again when it comes back. */
    public Mail identified(String id) {
        return new Mail(from, to, subject, text, id);
    }
}
