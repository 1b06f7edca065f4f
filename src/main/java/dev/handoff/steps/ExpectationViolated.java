package dev.handoff.steps;

/** Fails a step whose expectation is violated; its message is the failure text. */
final class ExpectationViolated extends AssertionError {

    ExpectationViolated(String text) {
        super(text);
        setStackTrace(new StackTraceElement[0]);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    @Override
    public String toString() {
        return getMessage();
    }
}
