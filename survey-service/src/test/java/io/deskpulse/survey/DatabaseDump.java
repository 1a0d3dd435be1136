package io.deskpulse.survey;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** All that stands in the tables, with the transactions that wrote it: whatever writes, even the same again, changes it. */
public final class DatabaseDump {
    private static final String TABLES =
            "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'";

    private DatabaseDump() {}

    /** By table. */
    public static Map<String, String> of(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection();
                ResultSet tables = connection.createStatement().executeQuery(TABLES)) {
            Map<String, String> dump = new TreeMap<>();
            while (tables.next()) {
                String table = tables.getString(1);
                dump.put(table, text(connection, "select xmin, ctid, t::text from \"" + table + "\" t order by ctid"));
            }
            return dump;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Connection connection, String query) throws SQLException {
        StringBuilder text = new StringBuilder();
        try (ResultSet rows = connection.createStatement().executeQuery(query)) {
            while (rows.next()) {
                text.append(rows.getString(1))
                        .append(rows.getString(2))
                        .append(rows.getString(3))
                        .append('\n');
            }
        }
        return text.toString();
    }
}
