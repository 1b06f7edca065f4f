package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
        assertThat(settings.kafka().eventsTopic()).isEqualTo("shop.events");
        assertThat(settings.kafka().commandsTopic()).isEqualTo("shop.commands");
        assertThat(settings.testClocks()).isFalse();
        assertThat(settings.providerTimeout()).hasSeconds(8);
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
