package shop.money;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

/** An amount in minor units (cents) of an ISO 4217 currency. */
public record Money(long minor, String currency) {

    public static boolean knowsCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }

    public BigDecimal major() {
        return BigDecimal.valueOf(minor, Currency.getInstance(currency).getDefaultFractionDigits());
    }

    public String currencyInLowerCase() {
        return currency.toLowerCase(Locale.ROOT);
    }

    /** {@code 25.00 USD}. */
    @Override
    public String toString() {
        return major().toPlainString() + " " + currency;
    }
}
