package dev.handoff.environment;

import dev.handoff.sandbox.SkewOverTime;
import dev.handoff.sandbox.sql.SqlProbe;
import dev.handoff.vocabulary.SystemSpec;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Databases: those of a server that the environment brings, or those that the vocabulary names. */
final class SqlKind implements Kind {

    private final Site site;
    private final Servers servers;
    private Supplier<DatabaseServer> server;

    SqlKind(Site site, Servers servers) {
        this.site = site;
        this.servers = servers;
    }

    @Override
    public List<String> lacks() {
        return servers.bring(SystemSpec.Sql.class)
                ? List.of()
                : site.systems(SystemSpec.Sql.class).stream()
                        .filter(spec -> spec.url().isEmpty())
                        .map(spec ->
                                "the system " + spec.name() + " needs a \"url\": this environment brings no database")
                        .toList();
    }

    @Override
    public void begin() {
        if (site.systems(SystemSpec.Sql.class).stream()
                .anyMatch(spec -> spec.url().isEmpty())) {
            server = site.starting(servers::databases);
        }
    }

    @Override
    public void putUp() {
        site.systems(SystemSpec.Sql.class).forEach(spec -> {
            if (spec.url().isPresent()) {
                watchNamed(spec);
            } else {
                putUp(spec, server.get().createDatabase(spec.name()));
            }
        });
    }

    private void watchNamed(SystemSpec.Sql spec) {
        Map<String, String> address = Map.of(
                "url", site.text(spec.url()).orElseThrow(),
                "user", site.text(spec.user()).orElse(""),
                "password", site.text(spec.password()).orElse(""));
        site.watch(new SqlProbe(spec, address, site.journal(), SkewOverTime.measured(site.journal()::now)));
    }

    private void putUp(SystemSpec.Sql spec, DatabaseServer.Database database) {
        Map<String, String> address = database.address();
        SkewOverTime skew = servers.shareOurClock()
                ? SkewOverTime.ofThisMachine(site.journal())
                : SkewOverTime.measured(site.journal()::now);
        site.watch(new SqlProbe(spec, address, site.journal(), skew));
        Passage passage = site.opened(new Passage(0, Integer.parseInt(address.get("port"))));
        String port = String.valueOf(passage.port());
        site.lead(
                spec.name(),
                passage,
                Map.of("url", database.url().replace(":" + address.get("port") + "/", ":" + port + "/"), "port", port));
    }
}
