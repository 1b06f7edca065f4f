package shop.database;

import java.sql.SQLException;

/** No connection could be had. */
public final class DatabaseUnavailable extends DatabaseFailure {

    DatabaseUnavailable(SQLException cause) {
        super(cause);
    }
}
