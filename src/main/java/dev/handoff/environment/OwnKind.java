package dev.handoff.environment;

import dev.handoff.sandbox.SystemProvider;
import dev.handoff.vocabulary.SystemKind;
import dev.handoff.vocabulary.SystemSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;

/** Systems of types that Handoff does not have itself, put up by their providers. */
final class OwnKind implements Kind {

    private final Site site;

    OwnKind(Site site) {
        this.site = site;
    }

    @Override
    public void putUp() {
        site.systems(SystemSpec.Own.class).forEach(spec -> {
            Map<String, String> settings = new LinkedHashMap<>();
            spec.settings().forEach((key, template) -> settings.put(key, template.text(site.addresses())));
            site.watch(provider(spec)
                    .start(new SystemProvider.OwnSystem(spec.name(), settings, spec.records()), site.journal()));
        });
    }

    private static SystemProvider provider(SystemSpec.Own spec) {
        for (SystemKind kind : ServiceLoader.load(SystemKind.class)) {
            if (kind.type().equals(spec.type()) && kind instanceof SystemProvider provider) {
                return provider;
            }
        }
        throw new EnvironmentFailed("systems of type " + spec.type()
                + " can be read, but not put up: their kind is no dev.handoff.sandbox.SystemProvider");
    }
}
