package dev.handoff.journal;

/**
 * A place where a payload breaks its contract.
 *
 * @param path the JSON path of the place, {@code $.lines[0].sku}
 * @param rule the place in the schema that says otherwise, {@code #/properties/lines/items/required}
 * @param expected what the contract allows, with its type where that matters
 * @param observed what there is, with its type where that could be mistaken; null when there is nothing
 * @param remark a further fact; null when there is none
 */
public record Breach(String path, String rule, String expected, String observed, String remark) {

    /** {@code $.amount is "25.00" (text), expected a whole number}. */
    public String words() {
        String fact = observed == null ? path + " is missing" : path + " is " + observed + ", expected " + expected;
        return remark == null ? fact : fact + "; " + remark;
    }
}
