package dev.handoff.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handoff.journal.Message;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {

    private static final String REGISTRATION = """
            <!DOCTYPE html>
            <title>Sign in to shop</title>
            <h1>
              Register</h1>
            <a href="#main">Skip</a>
            <form id="search"><input name="q" value="a b"><input type="submit" name="" value="Find"></form>
            <form id="register" method="POST" action="register?code=x&amp;tab=1#top">
              <input type="hidden" name="csrf" value="t&quot;k">
              <input name="email"><input name="country" value="DE"><input disabled name="old" value="1">
              <input type="checkbox" name="terms" checked><input type="checkbox" name="news" value="yes">
              <select name="plan"><option value="free">Free</option><option value="team" selected>Team</option></select>
              <textarea name="note">none</textarea>
              <input type="text" id="nameless" value="x">
              <button type="button" name="show">Show</button>
              <button name="do" value="save">Save</button>
              <input type="submit" name="send" value="Register">
            </form>
            <p><a id="forgot" href="/reset?a=1&amp;b=2">Forgot
               <b>Password?</b></a> <a href="mailto:a@b.example">Write to us</a></p>
            """;

    private final Page page = new Page("http://shop.example/realms/start?x=1", REGISTRATION);

    @Test
    void a_form_is_sent_with_its_hidden_fields_and_what_stands_in_the_others() {
        Prepared sent = page.submit("register", Map.of("email", "ada@example.com"));

        assertThat(sent.method()).isEqualTo("POST");
        assertThat(sent.url()).isEqualTo("http://shop.example/realms/register?code=x&tab=1");
        assertThat(sent.content().contentType()).isEqualTo("application/x-www-form-urlencoded");
        assertThat(sent.content().text().split("&"))
                .containsExactlyInAnyOrder(
                        "csrf=t%22k",
                        "email=ada%40example.com", "country=DE", "terms=on", "plan=team", "note=none", "do=save");
        assertThat(sent.followRedirects()).isTrue();
    }

    @Test
    void what_is_filled_in_takes_the_place_of_what_stood_there_and_chooses_the_button() {
        Prepared sent = page.submit("register", Map.of("country", "AT", "send", "Register"));

        assertThat(sent.content().text().split("&"))
                .contains("country=AT", "send=Register")
                .doesNotContain("country=DE", "do=save");
    }

    @Test
    void a_form_without_a_method_is_a_request_for_a_page() {
        Prepared sent = page.submit("search", Map.of());

        assertThat(sent.method()).isEqualTo("GET");
        assertThat(sent.url()).isEqualTo("http://shop.example/realms/start?q=a+b");
        assertThat(sent.content()).isEqualTo(Message.EMPTY);
    }

    @Test
    void a_field_that_the_form_has_not_is_no_field_to_fill_in() {
        assertThatThrownBy(() -> page.submit("register", Map.of("e-mail", "ada@example.com")))
                .isInstanceOf(ActionFailed.class)
                .hasMessage("the form \"register\" has no field \"e-mail\"; it has csrf, email, country, old, terms,"
                        + " news, plan, note, show, do, send");
    }

    @Test
    void an_unknown_form_is_said_with_those_that_there_are() {
        assertThatThrownBy(() -> page.submit("login", Map.of()))
                .isInstanceOf(ActionFailed.class)
                .hasMessage(
                        "the page \"Sign in to shop\", \"Register\" has no form \"login\"; it has \"search\", \"register\"");
    }

    @ParameterizedTest
    @CsvSource({"Forgot Password?", "forgot"})
    void a_link_is_known_by_what_can_be_read_on_it_or_by_its_id(String text) {
        Prepared sent = page.click(text);

        assertThat(sent.method()).isEqualTo("GET");
        assertThat(sent.url()).isEqualTo("http://shop.example/reset?a=1&b=2");
        assertThat(sent.followRedirects()).isTrue();
    }

    @Test
    void an_unknown_link_is_said_with_those_that_there_are() {
        assertThatThrownBy(() -> page.click("Register"))
                .isInstanceOf(ActionFailed.class)
                .hasMessage("the page \"Sign in to shop\", \"Register\" has no link \"Register\";"
                        + " it has \"Skip\", \"Forgot Password?\", \"Write to us\"");
    }

    @Test
    void a_link_that_is_no_address_is_not_followed() {
        assertThatThrownBy(() -> page.click("Write to us"))
                .isInstanceOf(ActionFailed.class)
                .hasMessage(
                        "the page \"Sign in to shop\", \"Register\" leads to \"mailto:a@b.example\", which is no address");
    }

    @Test
    void only_html_is_a_page() {
        assertThat(Page.of(answer("text/html;charset=utf-8"))).isPresent();
        assertThat(Page.of(answer("application/json"))).isEmpty();
        assertThat(Page.of(answer(null))).isEmpty();
    }

    private static Answered answer(String contentType) {
        return new Answered("http://shop.example/", 200, Message.of(Map.of(), contentType, "<p>"), Map.of());
    }
}
