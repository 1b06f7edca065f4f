package shop.signup;

import java.util.List;
import java.util.Map;
import shop.database.Database;
import shop.defect.Defects;
import shop.inbox.Consumer;
import shop.mail.Mailer;
import shop.messaging.Channel;
import shop.outbox.Outbox;
import shop.provider.Provider;

/** Who deals with the messages about signups. */
public final class SignupConsumers {

    private SignupConsumers() {}

    public static List<Consumer> all(
            Database database,
            Outbox outbox,
            Billing billing,
            Crm crm,
            Provider analytics,
            Mailer mailer,
            String publicUrl,
            Defects defects) {
        return List.of(
                new Consumer(
                        "shop-provisioning",
                        Channel.COMMANDS,
                        Map.of(SignupWorkflow.PROVISION, new Provisioning(database, billing, crm, outbox))),
                new Consumer(
                        "shop-welcome",
                        Channel.EVENTS,
                        Map.of(SignupWorkflow.COMPLETED, new Welcome(database, mailer, publicUrl))),
                new Consumer(
                        "shop-analytics",
                        Channel.EVENTS,
                        Map.of(SignupWorkflow.COMPLETED, new TrialTracking(analytics, defects))));
    }
}
