package shop;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Where Shop listens, and where it finds what it needs. No public URL means the one it listens at. */
record Settings(
        String host,
        int port,
        String publicUrl,
        Db db,
        Messaging messaging,
        Smtp smtp,
        boolean testClocks,
        Duration providerTimeout,
        Map<String, URI> providers,
        Map<String, String> secrets) {

    record Db(String url, String user, String password) {}

    /** The one broker that commands and events are sent over. */
    sealed interface Messaging {

        /** Where it is, in words that may be shown to anybody. */
        String address();
    }

    record Kafka(String bootstrap, String eventsTopic, String commandsTopic) implements Messaging {
        @Override
        public String address() {
            return bootstrap;
        }
    }

    record Amqp(URI url, String eventsExchange, String commandsExchange, String deadExchange) implements Messaging {
        @Override
        public String address() {
            return "amqp://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort()) + url.getRawPath();
        }
    }

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
                messaging(variables),
                new Smtp(variables.text("SMTP_HOST"), variables.port("SMTP_PORT")),
                variables.isOn("SHOP_TEST_CLOCKS"),
                variables.seconds("SHOP_PROVIDER_TIMEOUT", 8),
                providers(variables),
                secrets(variables));
        variables.complain();
        return settings;
    }

    private static Messaging messaging(Variables variables) {
        if (variables.isFirstOf("KAFKA_BOOTSTRAP", "AMQP_URL")) {
            return new Kafka(
                    variables.text("KAFKA_BOOTSTRAP", ""),
                    variables.text("SHOP_EVENTS_TOPIC", "shop.events"),
                    variables.text("SHOP_COMMANDS_TOPIC", "shop.commands"));
        }
        return new Amqp(
                variables.amqpUrl("AMQP_URL"),
                variables.text("SHOP_EVENTS_EXCHANGE", "shop.events"),
                variables.text("SHOP_COMMANDS_EXCHANGE", "shop.commands"),
                variables.text("SHOP_DEAD_EXCHANGE", "shop.dead"));
    }

    private static Map<String, URI> providers(Variables variables) {
        Map<String, URI> providers = new LinkedHashMap<>();
        for (String name : Domains.providers()) {
            providers.put(name, variables.url(variable(name)));
        }
        return providers;
    }

    private static Map<String, String> secrets(Variables variables) {
        Map<String, String> secrets = new LinkedHashMap<>();
        for (String name : Domains.secrets()) {
            secrets.put(name, variables.text(secretVariable(name)));
        }
        return secrets;
    }

    /** {@code FULFILMENT_SECRET} for {@code fulfilment}. */
    static String secretVariable(String secret) {
        return secret.toUpperCase(Locale.ROOT).replace('-', '_') + "_SECRET";
    }

    /** {@code PAYMENTS_URL} for {@code payments}. */
    static String variable(String provider) {
        return provider.toUpperCase(Locale.ROOT).replace('-', '_') + "_URL";
    }
}
