package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private final Map<String, String> environment = new HashMap<>(Map.of(
            "SHOP_DB_URL", "jdbc:postgresql://localhost/shop",
            "SHOP_DB_USER", "shop",
            "SHOP_DB_PASSWORD", "",
            "KAFKA_BOOTSTRAP", "localhost:9092",
            "SMTP_HOST", "localhost",
            "SMTP_PORT", "25"));

    SettingsTest() {
        Domains.providers().forEach(provider -> environment.put(Settings.variable(provider), "http://localhost:9000"));
        Domains.secrets().forEach(secret -> environment.put(Settings.secretVariable(secret), "known to two"));
    }

    @Test
    void whatIsNotSetHasADefault() throws BadUsage {
        Settings settings = Settings.from(environment);
        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.messaging())
                .isEqualTo(new Settings.Kafka("localhost:9092", "shop.events", "shop.commands"));
        assertThat(settings.testClocks()).isFalse();
        assertThat(settings.providerTimeout()).hasSeconds(8);
    }

    @Test
    void theBrokerIsRabbitMqWhereItsAddressIsGiven() throws BadUsage {
        environment.remove("KAFKA_BOOTSTRAP");
        environment.put("AMQP_URL", "amqp://shop:secret@localhost:5673/shop");
        Settings.Messaging messaging = Settings.from(environment).messaging();
        assertThat(messaging)
                .isEqualTo(new Settings.Amqp(
                        URI.create("amqp://shop:secret@localhost:5673/shop"),
                        "shop.events",
                        "shop.commands",
                        "shop.dead"));
        assertThat(messaging.address()).isEqualTo("amqp://localhost:5673/shop");
    }

    @Test
    void thereIsExactlyOneBroker() {
        environment.put("AMQP_URL", "amqp://localhost");
        assertThatThrownBy(() -> Settings.from(environment))
                .hasMessage("both KAFKA_BOOTSTRAP and AMQP_URL are set, where one of them is to be");
        environment.remove("AMQP_URL");
        environment.put("KAFKA_BOOTSTRAP", "");
        assertThatThrownBy(() -> Settings.from(environment))
                .hasMessage("missing environment variables: one of KAFKA_BOOTSTRAP and AMQP_URL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost:5672", "http://u:secret@host", "amqp://u:secret@/shop", "amqp://u:secret@host/a/b"})
    void anAddressThatIsNoneOfRabbitMqIsNotRepeatedWithItsPassword(String url) {
        environment.remove("KAFKA_BOOTSTRAP");
        environment.put("AMQP_URL", url);
        assertThatThrownBy(() -> Settings.from(environment))
                .isInstanceOf(BadUsage.class)
                .hasMessageStartingWith("AMQP_URL is no ")
                .hasMessageNotContaining("secret");
    }

    @Test
    void allThatIsMissingOrWrongIsSaidAtOnce() {
        environment.remove("SHOP_DB_PASSWORD");
        environment.put("CRM_URL", " ");
        environment.put("SHOP_PORT", "70000");
        environment.put("BILLING_URL", "localhost:9000");
        environment.put("SHOP_PROVIDER_TIMEOUT", "8s");
        assertThatThrownBy(() -> Settings.from(environment))
                .isInstanceOf(BadUsage.class)
                .hasMessage("missing environment variables: SHOP_DB_PASSWORD, CRM_URL; SHOP_PORT is no port: 70000; "
                        + "SHOP_PROVIDER_TIMEOUT is no number of seconds from 1 to 999: 8s; "
                        + "BILLING_URL is no http URL: localhost:9000");
    }
}
