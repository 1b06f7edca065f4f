package shop;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the libraries from talking: what matters of their troubles reaches Shop as an exception. */
final class Quiet {

    private Quiet() {}

    static void libraries() {
        set(Logger.ROOT_LOGGER_NAME, Level.WARN);
        set("org.apache.kafka", Level.ERROR);
        set("com.rabbitmq", Level.OFF);
        set("com.zaxxer.hikari", Level.ERROR);
        set("io.javalin", Level.OFF);
    }

    private static void set(String logger, Level level) {
        ((Logger) LoggerFactory.getLogger(logger)).setLevel(level);
    }
}
