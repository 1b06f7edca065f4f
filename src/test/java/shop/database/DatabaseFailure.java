package shop.database;

import java.sql.SQLException;

/** A statement or a commit failed. */
public class DatabaseFailure extends RuntimeException {

    DatabaseFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
