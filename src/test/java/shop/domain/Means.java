package shop.domain;

import java.util.Map;
import java.util.function.Supplier;
import shop.database.Database;
import shop.defect.Defects;
import shop.idempotency.Idempotency;
import shop.mail.Mailer;
import shop.outbox.Outbox;
import shop.provider.Provider;
import shop.provider.Providers;

/** What the domains share. */
public record Means(
        Database database,
        Idempotency idempotency,
        Outbox outbox,
        Providers providers,
        Map<String, String> secrets,
        Mailer mailer,
        Defects defects,
        Supplier<String> publicUrl) {

    public String secret(String name) {
        String secret = secrets.get(name);
        if (secret == null) {
            throw new IllegalArgumentException("no domain says that it needs the secret " + name);
        }
        return secret;
    }

    public Provider provider(String name) {
        return providers.named(name);
    }
}
