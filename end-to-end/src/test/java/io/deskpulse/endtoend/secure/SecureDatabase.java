package io.deskpulse.endtoend.secure;

import io.deskpulse.localstack.secure.Settings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** The database of a service, as that service may use it. */
final class SecureDatabase {
    private final SecureDeployment deployment;
    private final String service;

    SecureDatabase(SecureDeployment deployment, String service) {
        this.deployment = deployment;
        this.service = service;
    }

    void execute(String sslMode, String statement) throws SQLException {
        try (Connection connection = connect(sslMode);
                Statement prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }

    /** How many groups of a tenant are in the hands of some instance. */
    int leases(String tenant) throws SQLException {
        try (Connection connection = connect("require");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select count(*) from notification_group where tenant = '"
                        + tenant + "' and lease_until is not null")) {
            found.next();
            return found.getInt(1);
        }
    }

    private Connection connect(String sslMode) throws SQLException {
        Settings settings = deployment.settings(service);
        String url = settings.plain().get("quarkus.datasource.jdbc.url");
        Properties properties = new Properties();
        properties.put("user", service + "-service");
        properties.put("password", settings.secrets().get("postgres").get("quarkus.datasource.password"));
        properties.put("sslmode", sslMode);
        return DriverManager.getConnection(url.substring(0, url.indexOf('?')), properties);
    }
}
