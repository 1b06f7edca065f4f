package dev.handoff.vocabulary;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The system under test.
 *
 * @param name how reports call it; {@code the application} unless said
 * @param url its base address; may use {@code ${application.port}}, a free port that Handoff reserves
 * @param health asked until it answers 2xx before the first scenario
 * @param idle an end point that says whether work is in flight: evidence for settling
 * @param outbox a query that counts messages not yet sent: evidence for settling
 * @param status an end point that says which stage a workflow has reached
 * @param start how Handoff starts the application; absent when it runs already
 */
public record Application(
        String name,
        Template url,
        Optional<RequestLine> health,
        Optional<Idle> idle,
        Optional<Outbox> outbox,
        Optional<Status> status,
        Optional<Start> start) {

    /**
     * Evidence from an idle end point.
     *
     * @param request asked after the quiet time; may use {@code ${correlationId}}, so that only the scenario's own work
     *     counts
     * @param when JSON paths of the answer and the values they have when nothing is in flight
     */
    public record Idle(RequestLine request, Map<String, String> when) {
        public Idle {
            when = Ordered.copyOf(when);
        }
    }

    /**
     * Evidence from a transactional outbox.
     *
     * @param system the {@code sql} system whose database holds it
     * @param query a read-only statement whose first column of the first row is 0 when everything was sent; it may have the
     *     parameter {@code :correlationId}, so that only the scenario's own messages count
     */
    public record Outbox(String system, String query) {}

    /**
     * Which stage a workflow has reached.
     *
     * @param request may use {@code ${correlationId}} and remembered values
     * @param stage the JSON path of the stage's name in the answer
     */
    public record Status(RequestLine request, String stage) {}

    /**
     * How the application is started, in a process of its own or in a container: one of {@code main}, {@code command} and
     * {@code image} is given.
     *
     * @param main a main class on the class path of the specs
     * @param command the program and its arguments; empty when something else is given
     * @param image what runs in a container
     * @param args arguments after the main class or command, or for the image, split at white space
     * @param environment variables given to the process beside those of this one, or to the container
     * @param within how long it may take until it is ready
     */
    public record Start(
            Optional<String> main,
            List<Template> command,
            Optional<Image> image,
            Template args,
            Map<String, Template> environment,
            Duration within) {

        /** How long a start may take unless said. */
        public static final Duration WITHIN = Duration.ofSeconds(60);

        public Start {
            command = List.copyOf(command);
            environment = Ordered.copyOf(environment);
        }
    }
    /**
     * An image of the application.
     *
     * @param name as Docker knows it
     * @param port the port that the application listens on, inside of the container
     */
    public record Image(String name, int port) {}
}
