package dev.handoff.environment;

import dev.handoff.sandbox.SkewOverTime;
import dev.handoff.sandbox.kafka.KafkaTap;
import dev.handoff.sandbox.kafka.OurMessages;
import dev.handoff.vocabulary.SystemSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Topics of Kafka brokers: of one that the environment brings, or of those that the vocabulary names. */
final class KafkaKind implements Kind {

    private final Site site;
    private final Servers servers;
    private final OurMessages ours = new OurMessages();
    private Supplier<KafkaServer> server;

    KafkaKind(Site site, Servers servers) {
        this.site = site;
        this.servers = servers;
    }

    @Override
    public List<String> lacks() {
        return servers.bring(SystemSpec.Kafka.class)
                ? List.of()
                : site.systems(SystemSpec.Kafka.class).stream()
                        .filter(spec -> spec.bootstrap().isEmpty())
                        .map(spec -> "the system " + spec.name()
                                + " needs a \"bootstrap\": this environment brings no Kafka broker")
                        .toList();
    }

    @Override
    public void begin() {
        List<String> topics = site.systems(SystemSpec.Kafka.class).stream()
                .filter(spec -> spec.bootstrap().isEmpty())
                .map(SystemSpec.Kafka::topic)
                .distinct()
                .toList();
        if (!topics.isEmpty()) {
            server = site.starting(() -> servers.kafka(topics));
        }
    }

    @Override
    public void putUp() {
        site.systems(SystemSpec.Kafka.class).forEach(this::putUp);
    }

    private void putUp(SystemSpec.Kafka spec) {
        Optional<String> address = site.text(spec.bootstrap());
        if (address.isPresent()) {
            site.watch(new KafkaTap(
                    spec, address.get(), site.journal(), SkewOverTime.measured(site.journal()::now), ours));
            return;
        }
        KafkaServer kafka = server.get();
        site.watch(new KafkaTap(
                spec, kafka.bootstrap(), site.journal(), SkewOverTime.ofThisMachine(site.journal()), ours));
        Passage passage = kafka.passage();
        site.lead(spec.name(), passage, Map.of("bootstrap", "localhost:" + passage.port()));
    }
}
