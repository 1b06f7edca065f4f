package dev.handoff.environment;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import org.testcontainers.images.builder.ImageFromDockerfile;

/** An image that holds {@link SmallApplication} alone. */
final class ImageOfSmallApplication {

    private static final Path CLASSES = Path.of("target", "test-classes", "dev", "handoff", "environment");

    private ImageOfSmallApplication() {}

    /** Its name; skips the test where it cannot be built. */
    static String orSkip() {
        try {
            return new ImageFromDockerfile("handoff-small-application", false)
                    .withFileFromPath("classes/dev/handoff/environment", CLASSES)
                    .withFileFromString("Dockerfile", """
                            FROM eclipse-temurin:17-jre
                            COPY classes/dev/handoff/environment/SmallApplication*.class /app/dev/handoff/environment/
                            ENTRYPOINT ["java", "-XX:TieredStopAtLevel=1", "-cp", "/app", "dev.handoff.environment.SmallApplication"]
                            """)
                    .get();
        } catch (RuntimeException noBase) {
            return abort("not tested without the image eclipse-temurin:17-jre: " + noBase.getMessage());
        }
    }
}
