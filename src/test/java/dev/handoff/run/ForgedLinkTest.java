package dev.handoff.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForgedLinkTest {

    @ParameterizedTest
    @CsvSource({
        "https://shop.example/join?token=abc, https://shop.example/join?token=bbc",
        "https://shop.example/join?token=eyJhbGciOi.eyJzdWIi.c2ln, https://shop.example/join?token=eyJhbGciOi.eyJzdWIi.d2ln",
        "https://shop.example/join?u=7&token=91ff00&x=1, https://shop.example/join?u=7&token=01ff00&x=1",
        "https://shop.example/join?token=ff#top, https://shop.example/join?token=af#top",
        "https://shop.example/join?token=-_Zz, https://shop.example/join?token=-_Gz",
        "https://shop.example/join?token=abc., https://shop.example/join?token=abc.",
        "https://shop.example/v=longer-than-the-token/join?token=abc, https://shop.example/v=longer-than-the-token/join?token=bbc",
        "https://shop.example/reset/abc, https://shop.example/reset/bbc",
        "https://shop.example/reset/abc/, https://shop.example/reset/bbc/",
        "http://localhost:8080/abc, http://localhost:8080/bbc"
    })
    void one_character_of_the_token_is_another(String link, String forged) {
        assertThat(ForgedLink.of(link).orElse(link)).isEqualTo(forged);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example",
                "https://shop.example/",
                "https://shop.example/join?",
                "https://shop.example/join?token=",
                "https://shop.example/join?token=---"
            })
    void what_has_no_token_cannot_be_forged(String link) {
        assertThat(ForgedLink.of(link)).isEmpty();
    }

    @Test
    void each_character_becomes_another_of_its_kind() {
        String alphabet = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
        alphabet.chars().mapToObj(Character::toString).forEach(one -> {
            String forged = ForgedLink.of("https://shop.example/join?token=" + one)
                    .orElseThrow()
                    .replaceFirst(".*=", "");
            assertThat(forged).isNotEqualTo(one);
            for (String kind : new String[] {"[0-9]", "[a-f]", "[A-F]", "[a-z]", "[A-Z]"}) {
                assertThat(!one.matches(kind) || forged.matches(kind))
                        .as(one + " became " + forged)
                        .isTrue();
            }
        });
    }
}
