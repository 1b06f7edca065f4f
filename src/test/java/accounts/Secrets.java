package accounts;

import java.util.Map;

/**
 * What the accounts share with those who come to them.
 *
 * @param payments the key by which the account's refunds are listed
 * @param mail the key by which sent mails are listed
 * @param crm the ID and the secret of the client that reads contacts
 * @param billing what Shop shows for a token
 * @param fulfilment what signs webhooks
 */
record Secrets(String payments, String mail, Client crm, Client billing, String fulfilment) {

    record Client(String id, String secret) {}

    static Secrets from(Map<String, String> environment) {
        return new Secrets(
                environment.getOrDefault("PAYMENTS_KEY", "sk_test_shop"),
                environment.getOrDefault("MAIL_KEY", "key_mail_shop"),
                new Client(
                        environment.getOrDefault("CRM_CLIENT_ID", "handoff"),
                        environment.getOrDefault("CRM_CLIENT_SECRET", "what the specs show the CRM")),
                new Client("shop", environment.getOrDefault("BILLING_CLIENT_SECRET", "what the shop shows billing")),
                environment.getOrDefault("FULFILMENT_SECRET", "what the shop and its partner know"));
    }
}
