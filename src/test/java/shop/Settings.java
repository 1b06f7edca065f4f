package shop;

import java.net.URI;
import java.util.Map;

/** Where Shop listens, and where it finds what it needs. No public URL means the one it listens at. */
record Settings(
        String host,
        int port,
        String publicUrl,
        Db db,
        Kafka kafka,
        Smtp smtp,
        URI payments,
        URI billing,
        URI crm,
        URI analytics,
        URI support) {

    record Db(String url, String user, String password) {}

    record Kafka(String bootstrap, String eventsTopic, String commandsTopic) {}

    record Smtp(String host, int port) {}

    static Settings from(Map<String, String> environment) throws BadUsage {
        Variables variables = new Variables(environment);
        Settings settings = new Settings(
                variables.text("SHOP_HOST", "127.0.0.1"),
                variables.port("SHOP_PORT", 8080),
                variables.text("SHOP_PUBLIC_URL", ""),
                new Db(
                        variables.postgresUrl("SHOP_DB_URL"),
                        variables.text("SHOP_DB_USER"),
                        variables.textOrEmpty("SHOP_DB_PASSWORD")),
                new Kafka(
                        variables.text("KAFKA_BOOTSTRAP"),
                        variables.text("SHOP_EVENTS_TOPIC", "shop.events"),
                        variables.text("SHOP_COMMANDS_TOPIC", "shop.commands")),
                new Smtp(variables.text("SMTP_HOST"), variables.port("SMTP_PORT")),
                variables.url("PAYMENTS_URL"),
                variables.url("BILLING_URL"),
                variables.url("CRM_URL"),
                variables.url("ANALYTICS_URL"),
                variables.url("SUPPORT_URL"));
        variables.complain();
        return settings;
    }
}
