package dev.handoff.environment;

/**
 * What a scenario needs to run could not be had: a server, a port, the application. The message is written for the
 * person who runs the specs: a sentence that says what is wrong and what can be done, then, where there is one, the end
 * of the log that shows it. There is no stack trace: nothing in Handoff's own code is at fault.
 */
public final class EnvironmentFailed extends RuntimeException {

    /** @param message the sentence for the user; further lines are evidence */
    public EnvironmentFailed(String message) {
        super(message, null, false, false);
    }
}
