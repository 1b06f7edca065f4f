package dev.handoff.journal;

/**
 * Where an effect stands in a sequence that its source keeps, whatever its times say.
 *
 * @param of which sequence it is: the column of a table, the field of a topic's messages
 * @param by the field of the effect that holds the value
 * @param per the column or field for each of whose values it begins anew, and that value; null when it runs over all
 * @param value whole numbers are compared as numbers, other texts of the same length as texts
 */
public record Sequence(String of, String by, String per, String value) {}
