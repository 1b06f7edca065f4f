package shop;

/** Something that Shop needs is not there. */
final class CannotStart extends Exception {

    CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
