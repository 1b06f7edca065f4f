package dev.handoff.sandbox.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedQueryTest {

    @Test
    void namesBecomeMarksInTheirOrder() {
        NamedQuery query = NamedQuery.parse("select * from t where a = :a and b > :b_2 or a = :a");

        assertThat(query.jdbc()).isEqualTo("select * from t where a = ? and b > ? or a = ?");
        assertThat(query.names()).containsExactly("a", "b_2", "a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "select ':a', 'it''s :b' | select ':a', 'it''s :b'",
                "select \":a\" from \"x:b\" | select \":a\" from \"x:b\"",
                "select 1 -- :a | select 1 -- :a",
                "select /* :a */ 1 | select /* :a */ 1",
                "select $$ :a $$, $x$ :b $$ $x$ | select $$ :a $$, $x$ :b $$ $x$",
                "select E'it\\'s :a', 1 | select E'it\\'s :a', 1",
                "select 1 /* /* :a */ :b */ | select 1 /* /* :a */ :b */",
                "select a[1:2], '?' | select a[1:2], '?'",
                "select '\\', now()::text | select '\\', now()::text",
                "select payload ? 'k', payload ?& '{a}' | select payload ?? 'k', payload ??& '{a}'",
                "select payload ?? 'k' | select payload ?? 'k'"
            })
    void quotesCastsCommentsAndOperatorsHoldNoParameters(String query, String jdbc) {
        assertThat(NamedQuery.parse(query)).isEqualTo(new NamedQuery(jdbc, List.of()));
    }

    @Test
    void aParameterMayBeNamedInAnyLanguage() {
        assertThat(NamedQuery.parse("select * from t where a = :größe"))
                .isEqualTo(new NamedQuery("select * from t where a = ?", List.of("größe")));
    }

    @Test
    void aParameterMayBeCast() {
        assertThat(NamedQuery.parse("select * from t where id = :id::uuid"))
                .isEqualTo(new NamedQuery("select * from t where id = ?::uuid", List.of("id")));
    }
}
