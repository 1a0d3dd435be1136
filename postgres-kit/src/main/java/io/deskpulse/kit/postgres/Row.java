package io.deskpulse.kit.postgres;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** A row as a statement has found it, to be read before the next one is; whatever is null there is null here. Used by one thread. */
public final class Row {
    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    public String text(String column) throws SQLException {
        return result.getString(column);
    }

    public UUID uuid(String column) throws SQLException {
        return result.getObject(column, UUID.class);
    }

    public Instant instant(String column) throws SQLException {
        OffsetDateTime time = result.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public Long number(String column) throws SQLException {
        long value = result.getLong(column);
        return result.wasNull() ? null : value;
    }

    public Integer integer(String column) throws SQLException {
        int value = result.getInt(column);
        return result.wasNull() ? null : value;
    }

    public Double real(String column) throws SQLException {
        double value = result.getDouble(column);
        return result.wasNull() ? null : value;
    }

    public boolean flag(String column) throws SQLException {
        return result.getBoolean(column);
    }

    public byte[] bytes(String column) throws SQLException {
        return result.getBytes(column);
    }

    /** The texts of an array. */
    public List<String> texts(String column) throws SQLException {
        Array array = result.getArray(column);
        return array == null ? null : List.of((String[]) array.getArray());
    }
}
