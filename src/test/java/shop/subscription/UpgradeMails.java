package shop.subscription;

import shop.defect.Defects;
import shop.inbox.Handler;
import shop.mail.Mail;
import shop.mail.Mailer;
import shop.messaging.Message;
import shop.retry.GivenUp;
import shop.workflow.Workflows;

/** Tells the customer how the upgrade ended. */
final class UpgradeMails {

    private final Mailer mailer;
    private final Defects defects;

    UpgradeMails(Mailer mailer, Defects defects) {
        this.mailer = mailer;
        this.defects = defects;
    }

    Handler.Changes upgraded(Message message) throws GivenUp, InterruptedException {
        Upgrade upgrade = message.data(Upgrade.class);
        String plan = defects.has(UpgradeDefect.UPGRADE_MAIL_NAMES_OLD_PLAN) ? upgrade.fromPlan() : upgrade.plan();
        mailer.send(new Mail(Mail.FROM_BILLING, upgrade.customerEmail(), "Your upgrade is done", """
                Hello,

                you have the %s plan now. For the rest of this month we have charged %s.

                Your Shop
                """.formatted(
                        plan, upgrade.money())));
        return tx -> Workflows.take(tx, upgrade.upgradeId(), UpgradeWorkflow.CUSTOMER_TOLD);
    }

    Handler.Changes failed(Message message) throws GivenUp, InterruptedException {
        Upgrade upgrade = message.data(Upgrade.class);
        if (!defects.has(UpgradeDefect.PAYMENT_FAILURE_NOT_TOLD)) {
            mailer.send(new Mail(
                    Mail.FROM_BILLING, upgrade.customerEmail(), "Your upgrade could not be paid", """
                    Hello,

                    %s for the %s plan could not be charged. You keep the %s plan.

                    Your Shop
                    """.formatted(
                                    upgrade.money(), upgrade.plan(), upgrade.fromPlan())));
        }
        return tx -> Workflows.take(tx, upgrade.upgradeId(), UpgradeWorkflow.CUSTOMER_TOLD);
    }
}
