package dev.handoff.environment;

import dev.handoff.sandbox.SkewOverTime;
import dev.handoff.sandbox.amqp.AmqpTap;
import dev.handoff.sandbox.amqp.OurMessages;
import dev.handoff.vocabulary.SystemSpec;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Exchanges of AMQP brokers: of one that the environment brings, or of those that the vocabulary names. */
final class AmqpKind implements Kind {

    private final Site site;
    private final Servers servers;
    private final OurMessages ours = new OurMessages();
    private Supplier<AmqpServer> server;
    private Passage passage;

    AmqpKind(Site site, Servers servers) {
        this.site = site;
        this.servers = servers;
    }

    @Override
    public List<String> lacks() {
        return servers.bring(SystemSpec.Amqp.class)
                ? List.of()
                : site.systems(SystemSpec.Amqp.class).stream()
                        .filter(spec -> spec.url().isEmpty())
                        .map(spec -> "the system " + spec.name()
                                + " needs a \"url\": this environment has no RabbitMQ; the environment containers"
                                + " brings one")
                        .toList();
    }

    @Override
    public void begin() {
        if (site.systems(SystemSpec.Amqp.class).stream()
                .anyMatch(spec -> spec.url().isEmpty())) {
            server = site.starting(servers::amqp);
        }
    }

    @Override
    public void putUp() {
        site.systems(SystemSpec.Amqp.class).forEach(this::putUp);
    }

    private void putUp(SystemSpec.Amqp spec) {
        Optional<String> address = site.text(spec.url());
        if (address.isPresent()) {
            site.watch(new AmqpTap(spec, address.get(), site.journal(), ours, clock(spec.machineClock())));
            return;
        }
        URI broker = server.get().address();
        AmqpTap.declare(spec, broker.toString());
        site.watch(new AmqpTap(
                spec, broker.toString(), site.journal(), ours, clock(spec.machineClock() || startsProcess())));
        if (passage == null) {
            passage = site.opened(new Passage(0, broker.getPort()));
        }
        String port = String.valueOf(passage.port());
        site.lead(
                spec.name(),
                passage,
                Map.of("url", broker.toString().replace(":" + broker.getPort() + "/", ":" + port + "/"), "port", port));
    }

    /** An application in a container may go by the clock of a virtual machine. */
    private boolean startsProcess() {
        return site.vocabulary()
                .application()
                .start()
                .filter(start -> start.image().isEmpty())
                .isPresent();
    }

    private Optional<SkewOverTime> clock(boolean isThisMachines) {
        return isThisMachines ? Optional.of(SkewOverTime.ofThisMachine(site.journal())) : Optional.empty();
    }
}
