package dev.handoff.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "25.00 USD, 2500",
        "25 USD, 2500",
        "0.5 EUR, 50",
        "-3.10 GBP, -310",
        "25 JPY, 25",
        "25.00 JPY, 25",
        "1.234 KWD, 1234",
        "12345678901.23 USD, 1234567890123"
    })
    void isCountedInTheMinorUnitOfItsCurrency(String text, long minor) {
        assertThat(Money.parse(text).minor()).isEqualTo(minor);
        assertThat(Money.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({"25.505 USD, USD", "25.5 JPY, JPY", "10.5 XAU, XAU"})
    void hasNoMoreDecimalsThanItsCurrency(String text, String currency) {
        assertThatThrownBy(() -> Money.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(text + " has more decimals than " + currency + " has");
    }

    @Test
    void aCurrencyWithoutAMinorUnitCountsWholeUnits() {
        assertThat(Money.parse("10 XAU").minor()).isEqualTo(10);
    }

    @Test
    void anUnknownCurrencyIsSaid() {
        assertThatThrownBy(() -> Money.parse("25.00 ABC"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ABC is no currency of ISO 4217");
    }
}
