package kith.house;

import java.sql.SQLException;

/** A house problem that the database told, with the code that it gave. */
final class DatabaseProblem extends HouseProblem {
    private final String state;

    DatabaseProblem(String sentence, SQLException cause) {
        super(sentence, cause);
        this.state = String.valueOf(cause.getSQLState());
    }

    String state() {
        return state;
    }
}
