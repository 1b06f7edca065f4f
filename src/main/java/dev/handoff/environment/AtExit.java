package dev.handoff.environment;

/** Stops something when the JVM ends, if nobody has done so before: at a normal exit, at Ctrl-C, at SIGTERM. */
final class AtExit implements AutoCloseable {

    private final Thread hook;

    private AtExit(Thread hook) {
        this.hook = hook;
    }

    /**
     * To be called before the thing is started, so that there is no moment in which it runs and nobody would stop it.
     *
     * @throws EnvironmentFailed if the JVM is ending already
     */
    static AtExit stop(String what, Runnable stop) {
        Thread hook = new Thread(stop, "stop " + what);
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException ending) {
            throw new EnvironmentFailed("%s is not started any more: the run is ending.".formatted(what));
        }
        return new AtExit(hook);
    }

    /** No longer needed: it has been stopped. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The hook has run or is running; stopping twice does no harm.
        }
    }
}
