package accounts;

/** The command line says what cannot be done. */
final class BadUsage extends Exception {

    BadUsage(String message) {
        super(message);
    }
}
