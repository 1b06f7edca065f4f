package shop;

/** Shop was started with arguments or settings that it cannot use. */
final class BadUsage extends Exception {

    BadUsage(String message) {
        super(message);
    }
}
