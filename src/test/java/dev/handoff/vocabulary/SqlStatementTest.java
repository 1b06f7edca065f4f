package dev.handoff.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlStatementTest {

    @Test
    void parameters_are_named_in_the_order_of_their_places() {
        assertThat(SqlStatement.of("select * from x where a = :b and c = :a or d = :b")
                        .parameters())
                .containsExactly("b", "a", "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select a::text from x where id = :id",
                "select ':no' from x where id = :id",
                "select 'it''s :no' from x where id = :id",
                "select E'it\\'s :no' from x where id = :id",
                "select \":no\" from x where id = :id",
                "select 1 -- :no\n from x where id = :id",
                "select 1 /* :no /* :no */ :no */ from x where id = :id",
                "select $$ :no ' $$ from x where id = :id",
                "select $tag$ :no $$ :no $tag$ from x where id = :id",
                "select a[1:2] from x where t > '10:30' and id=:id",
                "select $1 from x where id = :id::uuid",
                "SELECT 1 FROM x WHERE id = (:id)"
            })
    void quotes_casts_and_comments_hold_no_parameter(String sql) {
        SqlStatement statement = SqlStatement.of(sql);
        assertThat(statement.complaint()).isEmpty();
        assertThat(statement.parameters()).containsExactly("id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1; select 2",
                "select 1;",
                "update x set a = 1",
                "with a as (update x set a = 1 returning *) select * from a",
                "with a as ( /* quietly */ INSERT into x values (1) returning *) select * from a",
                "select 'a",
                "select \"a",
                "select $$ a",
                "select 1 /* /* */",
                " ",
                "explain select 1"
            })
    void anything_but_one_query_is_refused(String sql) {
        assertThat(SqlStatement.of(sql).complaint()).isPresent();
    }

    @Test
    void a_column_may_be_named_like_a_change() {
        assertThat(SqlStatement.of("select update, 'insert' from x where (a = 1 and delete)")
                        .complaint())
                .isEmpty();
        assertThat(SqlStatement.of("with a as (select 1) select ';' from a").complaint())
                .isEmpty();
    }
}
