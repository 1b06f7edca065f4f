package dev.handoff.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CookiesTest {

    private final Cookies cookies = new Cookies();

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:8080", "http://127.0.0.1:8080", "http://[::1]:8080", "https://shop.example"})
    void a_secure_cookie_goes_to_an_application_on_this_machine_or_over_tls(String application) {
        cookies.keep(
                application + "/realms/shop/login", List.of("ID=a.b-c;Version=1;Path=/realms/shop/;Secure;HttpOnly"));

        assertThat(sentTo(application + "/realms/shop/next?a=1")).isEqualTo("ID=a.b-c");
        assertThat(sentTo(application + "/realms/other/")).isEmpty();
    }

    @Test
    void a_secure_cookie_goes_nowhere_else_without_tls() {
        cookies.keep("https://shop.example/", List.of("ID=x; Secure; Path=/", "THEME=dark; Path=/"));

        assertThat(sentTo("http://shop.example/")).isEqualTo("THEME=dark");
    }

    @Test
    void a_cookie_stays_with_its_host() {
        cookies.keep("http://localhost:8080/", List.of("ID=x; Path=/", "EVIL=y; Domain=example.com; Path=/"));

        assertThat(sentTo("http://127.0.0.1:8080/")).isEmpty();
        assertThat(sentTo("http://www.example.com/")).isEmpty();
        assertThat(sentTo("http://localhost:9090/")).isEqualTo("ID=x");
    }

    @Test
    void a_quoted_value_is_sent_as_it_came() {
        cookies.keep("http://localhost/", List.of("HASH=\"/G9+J=\"; Version=1; Path=/"));

        assertThat(sentTo("http://localhost/")).isEqualTo("HASH=\"/G9+J=\"");
    }

    @Test
    void a_cookie_that_expired_or_was_taken_back_is_not_sent() {
        cookies.keep("http://localhost/", List.of("SHORT=x; Max-Age=60; Path=/", "GONE=y; Path=/"));
        cookies.keep("http://localhost/", List.of("GONE=; Max-Age=0; Path=/"));

        assertThat(sentTo("http://localhost/")).isEqualTo("SHORT=x");
        assertThat(cookies.header("http://localhost/", Date.from(Instant.now().plusSeconds(120))))
                .isEmpty();
    }

    private String sentTo(String url) {
        return cookies.header(url, Date.from(Instant.now())).orElse("");
    }
}
