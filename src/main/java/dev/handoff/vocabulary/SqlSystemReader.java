package dev.handoff.vocabulary;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a system of type {@code sql}. */
final class SqlSystemReader {

    static final List<String> KEYS = SystemReader.keys("url", "user", "password", "every", "clock", "records");
    private static final Duration EVERY = Duration.ofMillis(100);

    private SqlSystemReader() {}

    static SystemSpec read(String name, Value value) {
        Section section = Section.of(value, KEYS);
        Map<String, SystemSpec.SqlQuery> records = new LinkedHashMap<>();
        for (Value.Named entry : section.named("records", "a mapping of effects and queries")) {
            Effects.recorded(value.draft(), entry.place(), entry.name(), name);
            query(entry.name(), entry.value()).ifPresent(query -> records.put(entry.name(), query));
        }
        return new SystemSpec.Sql(
                name,
                section.value("url").flatMap(SqlSystemReader::url),
                section.template("user", Scope.NOTHING),
                section.template("password", Scope.NOTHING),
                section.value("every").flatMap(Durations::readPositive).orElse(EVERY),
                Clocks.isOwn(section),
                records);
    }

    private static Optional<Template> url(Value value) {
        Optional<Template> url = value.template(Scope.NOTHING);
        return url.isPresent() && !url.get().source().startsWith("jdbc:")
                ? value.mustBe("a JDBC address that begins with jdbc:")
                : url;
    }

    private static Optional<SystemSpec.SqlQuery> query(String effect, Value value) {
        Section section = Section.of(value, List.of("query", "id", "at", "sequence", "contract"));
        Optional<SqlStatement> query = section.required("query", "it is the select whose rows are effects")
                .flatMap(SqlQueries::read);
        Optional<String> id = section.text("id");
        Optional<String> at = section.text("at");
        Optional<SystemSpec.Sequence> sequence = section.value("sequence").flatMap(Sequences::ofColumns);
        section.value("contract").ifPresent(contract -> ContractReader.read(contract, effect, List.of()));
        return query.map(select -> new SystemSpec.SqlQuery(select.source(), select.parameters(), id, at, sequence));
    }
}
