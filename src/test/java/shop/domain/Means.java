package shop.domain;

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
        Mailer mailer,
        Defects defects,
        Supplier<String> publicUrl) {

    public Provider provider(String name) {
        return providers.named(name);
    }
}
