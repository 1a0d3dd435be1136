package io.deskpulse.localstack.node;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * Postgres as a daemon of its own, with one database for each service that keeps tables. As in a cluster it has two roles: an owner of the same name, who
 * makes the tables, and {@code <name>-service}, who may only read and change rows. The password of each is its name.
 */
public final class PostgresNode implements Node {

    /** On a busy machine it takes longer than the ten seconds that the library waits. */
    public static final Duration LONGEST_START = Duration.ofMinutes(1);

    /** The databases; each is owned by a role of the same name. */
    public static final List<String> DATABASES = List.of("metrics", "survey", "alerting");

    /** What the name of a service's own role has after that of its database. */
    public static final String SERVICE = "-service";

    private final int port;
    private final Path data;
    private final Path log;
    private final boolean durable;
    private EmbeddedPostgres server;

    /** @param durable false gives up safety against a crash of the machine for speed */
    public PostgresNode(int port, Path data, Path log, boolean durable) {
        this.port = port;
        this.data = data.toAbsolutePath();
        this.log = log.toAbsolutePath();
        this.durable = durable;
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public synchronized void start() {
        try {
            Files.createDirectories(log.getParent());
            Files.createDirectories(data);
            var builder = EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(Programs.folder("postgres").toFile())
                    .setServerConfig("max_connections", "100")
                    .setOutputRedirector(Redirect.appendTo(log.toFile()))
                    .setErrorRedirector(Redirect.appendTo(log.toFile()))
                    .setPGStartupWait(LONGEST_START);
            // the library's own defaults are those of a throw-away database
            var sync = durable ? "on" : "off";
            builder.setServerConfig("fsync", sync).setServerConfig("synchronous_commit", sync);
            server = builder.start();
            // the library lets everybody write there, for shared folders; this one is a user's own
            Files.setPosixFilePermissions(Programs.folder("postgres"), PosixFilePermissions.fromString("rwxr-xr-x"));
            createDatabases();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start Postgres, see " + log, e);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create the databases: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void stop() {
        if (server == null) {
            return;
        }
        try {
            server.close();
            server = null;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot stop Postgres, see " + log, e);
        }
    }

    /** The process id of the running server; empty when it does not run. */
    public OptionalLong pid() {
        try (var lines = Files.lines(data.resolve("postmaster.pid"))) {
            return lines.limit(1).mapToLong(line -> Long.parseLong(line.trim())).findFirst();
        } catch (IOException notRunning) {
            return OptionalLong.empty();
        }
    }

    private void createDatabases() throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection()) {
            for (var name : DATABASES) {
                createDatabase(connection, name);
            }
        }
    }

    private static void createDatabase(Connection connection, String name) throws SQLException {
        createRole(connection, name);
        createRole(connection, name + SERVICE);
        try (var statement = connection.createStatement()) {
            if (!statement
                    .executeQuery("SELECT FROM pg_database WHERE datname = '" + name + "'")
                    .next()) {
                statement.execute("CREATE DATABASE " + name + " OWNER " + name);
            }
        }
    }

    private static void createRole(Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement()) {
            if (!statement
                    .executeQuery("SELECT FROM pg_roles WHERE rolname = '" + name + "'")
                    .next()) {
                statement.execute("CREATE ROLE \"%1$s\" LOGIN PASSWORD '%1$s'".formatted(name));
            }
        }
    }
}
