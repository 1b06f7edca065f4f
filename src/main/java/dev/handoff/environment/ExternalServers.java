package dev.handoff.environment;

import dev.handoff.vocabulary.SystemSpec;
import java.util.Collection;

/** None: every server is somebody else's, and the vocabulary says where it is. */
final class ExternalServers implements Servers {

    static final String ENVIRONMENT = "external";

    @Override
    public String environment() {
        return ENVIRONMENT;
    }

    @Override
    public boolean bring(Class<? extends SystemSpec> kind) {
        return false;
    }

    @Override
    public boolean findApplicationRunning() {
        return true;
    }

    @Override
    public KafkaServer kafka(Collection<String> topics) {
        throw new EnvironmentFailed("The environment external brings no Kafka broker.");
    }

    @Override
    public DatabaseServer databases() {
        throw new EnvironmentFailed("The environment external brings no database.");
    }
}
