package dev.handoff.action;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount of money, written {@code 25.00 USD}.
 *
 * @param amount in the currency's major unit
 * @param currency after ISO 4217
 */
public record Money(BigDecimal amount, Currency currency) {

    /** The regular expression of its written form. */
    public static final String PATTERN = "-?\\d+(?:\\.\\d+)? [A-Z]{3}";

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException for an unknown currency, or more decimals than it has
     */
    public static Money parse(String text) {
        String[] parts = text.split(" ");
        Currency currency;
        try {
            currency = Currency.getInstance(parts[1]);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(parts[1] + " is no currency of ISO 4217");
        }
        Money money = new Money(new BigDecimal(parts[0]), currency);
        money.minor();
        return money;
    }

    /** The amount in the currency's minor unit: 2500 for 25.00 USD, 25 for 25 JPY. */
    public long minor() {
        try {
            return amount.movePointRight(Math.max(0, currency.getDefaultFractionDigits()))
                    .setScale(0, RoundingMode.UNNECESSARY)
                    .longValueExact();
        } catch (ArithmeticException tooFine) {
            throw new IllegalArgumentException(this + " has more decimals than " + currency + " has");
        }
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency.getCurrencyCode();
    }
}
