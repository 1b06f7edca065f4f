package dev.handoff.run;

import dev.handoff.expectation.Count;
import dev.handoff.expectation.Expectation;
import dev.handoff.expectation.Field;
import dev.handoff.expectation.Matchers;
import dev.handoff.expectation.Source;
import dev.handoff.expectation.Statement;
import dev.handoff.journal.Journal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks the tables of statements as the journal masks what they are compared with. So a secret can be compared, and
 * neither a recording nor a report holds it.
 */
final class MaskedTables {

    private static final Pattern LAST_NAME = Pattern.compile("(?:\\['([^']+)']|([^.\\[\\]]+))(?:\\[\\d+])*$");
    private static final String HEADER = "header ";

    private final Journal journal;

    MaskedTables(Journal journal) {
        this.journal = journal;
    }

    Expectation mask(Source source, Statement statement, Expectation.Strays strays) {
        Source written = new Source(source.feature(), source.line(), journal.masked(source.text()));
        return new Expectation(written, mask(statement), strays);
    }

    private Statement mask(Statement statement) {
        if (statement instanceof Statement.Counts counts) {
            return new Statement.Counts(
                    counts.counts().stream().map(this::mask).toList(), counts.within(), counts.windowStated());
        }
        if (statement instanceof Statement.InTheEnd end) {
            return new Statement.InTheEnd(end.effect(), mask(end.fields()), end.within());
        }
        if (statement instanceof Statement.ResponseHas has) {
            return new Statement.ResponseHas(mask(has.fields()));
        }
        if (statement instanceof Statement.All all) {
            return new Statement.All(all.parts().stream().map(this::mask).toList());
        }
        return statement;
    }

    private Count mask(Count count) {
        return new Count(count.effect(), count.min(), count.max(), mask(count.fields()));
    }

    private List<Field> mask(List<Field> fields) {
        return fields.stream()
                .map(field -> new Field(
                        field.path(),
                        Matchers.masked(field.cell(), value -> journal.masked(name(field.path()), value))))
                .toList();
    }

    private static String name(String path) {
        if (path.startsWith(HEADER)) {
            return path.substring(HEADER.length()).strip();
        }
        Matcher last = LAST_NAME.matcher(path);
        if (!last.find()) {
            return path;
        }
        return last.group(1) == null ? last.group(2) : last.group(1);
    }
}
