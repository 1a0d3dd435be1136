package io.deskpulse.kit.postgres;

import java.sql.SQLException;
import javax.net.ssl.SSLException;

/** What is wrong with Postgres, in words that help and quote neither rows nor secrets: the driver's own do. Stateless. */
final class Faults {
    private Faults() {}

    static String of(SQLException fault) {
        String state = String.valueOf(fault.getSQLState());
        String reason =
                switch (state) {
                    case "28P01", "28000" -> "it refuses the user or the password";
                    case "3D000" -> "there is no such database";
                    case "42501" -> "this role may not do that";
                    case "53300" -> "it has no connection left";
                    default -> untrusted(fault) ? "its certificate is not trusted, or is for another host" : null;
                };
        return "Postgres cannot be used (SQL state " + state + ")" + (reason == null ? "" : ": " + reason);
    }

    private static boolean untrusted(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return true;
            }
        }
        return false;
    }
}
