package dev.handoff.cli;

/** A command cannot be carried out as asked; the message says why and what would do. */
final class CannotDo extends RuntimeException {

    private static final long serialVersionUID = 1;

    CannotDo(String message) {
        super(message);
    }
}
