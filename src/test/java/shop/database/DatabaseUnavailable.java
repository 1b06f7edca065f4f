package shop.database;

import java.sql.SQLException;

/** No connection could be had, or it was lost in a transaction. */
public final class DatabaseUnavailable extends DatabaseFailure {

    DatabaseUnavailable(SQLException cause) {
        super(cause);
    }
}
