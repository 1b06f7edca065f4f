package shop.mail;

/** A plain text mail. */
public record Mail(String from, String to, String subject, String text) {

    public static final String FROM_BILLING = "Shop <billing@shop.example>";
    public static final String FROM_SUPPORT = "Shop <support@shop.example>";
    public static final String FROM_WELCOME = "Shop <hello@shop.example>";
}
