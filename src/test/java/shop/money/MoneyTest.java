package shop.money;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void isShownInMajorUnitsWithItsCurrency() {
        assertThat(new Money(2500, "USD")).hasToString("25.00 USD");
        assertThat(new Money(5, "EUR")).hasToString("0.05 EUR");
    }

    @Test
    void hasAsManyDecimalsAsItsCurrency() {
        assertThat(new Money(2500, "JPY")).hasToString("2500 JPY");
        assertThat(new Money(2500, "KWD")).hasToString("2.500 KWD");
    }

    @Test
    void knowsTheCurrenciesOfTheWorld() {
        assertThat(Money.knowsCurrency("USD")).isTrue();
        assertThat(Money.knowsCurrency("usd")).isFalse();
    }
}
