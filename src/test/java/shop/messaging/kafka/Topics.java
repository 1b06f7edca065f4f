package shop.messaging.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import shop.messaging.BrokerUnavailable;

/** Creates topics that do not exist yet. */
final class Topics {

    private static final int PARTITIONS = 3;

    private Topics() {}

    static void create(String bootstrap, Collection<String> names, Duration patience)
            throws BrokerUnavailable, InterruptedException {
        List<NewTopic> topics = names.stream()
                .map(name -> new NewTopic(name, Optional.of(PARTITIONS), Optional.empty()))
                .toList();
        try (Admin admin = Admin.create(asking(bootstrap, patience))) {
            for (KafkaFuture<Void> created : admin.createTopics(topics).values().values()) {
                await(created);
            }
        } catch (KafkaException e) {
            throw new BrokerUnavailable(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
        }
    }

    private static void await(KafkaFuture<Void> created) throws BrokerUnavailable, InterruptedException {
        try {
            created.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof TimeoutException) {
                throw new BrokerUnavailable("no answer", cause);
            }
            if (!(cause instanceof TopicExistsException)) {
                throw new BrokerUnavailable(cause.getMessage(), cause);
            }
        }
    }

    private static Map<String, Object> asking(String bootstrap, Duration patience) {
        int millis = Math.toIntExact(patience.toMillis());
        return Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
    }
}
