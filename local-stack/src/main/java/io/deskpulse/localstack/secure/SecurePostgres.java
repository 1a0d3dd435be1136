package io.deskpulse.localstack.secure;

import io.deskpulse.localstack.node.Node;
import io.deskpulse.localstack.node.PostgresNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** Postgres that lets nobody in but over TLS and with a password; only its superuser, for the test itself, needs neither. */
final class SecurePostgres implements Node {

    private static final String WHO =
            """
            host    all postgres 127.0.0.1/32 trust
            host    all postgres ::1/128      trust
            local   all postgres              trust
            hostssl all all      127.0.0.1/32 scram-sha-256
            """;

    private final int port;
    private final Path folder;
    private final Certificates.Identity identity;
    private final Map<String, String> passwords;
    private EmbeddedPostgres server;

    /** @param passwords of the owner and of the service's role of each database, by name */
    SecurePostgres(int port, Path folder, Certificates.Identity identity, Map<String, String> passwords) {
        this.port = port;
        this.folder = folder.toAbsolutePath();
        this.identity = identity;
        this.passwords = passwords;
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
    public void start() {
        try {
            var log = Files.createDirectories(folder).resolve("postgres.log").toFile();
            server = EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(folder.resolve("data"))
                    .setDataDirectoryCustomizer(SecurePostgres::decideWho)
                    .setServerConfig("ssl", "on")
                    .setServerConfig("ssl_cert_file", identity.certificate().toString())
                    .setServerConfig("ssl_key_file", identity.key().toString())
                    .setServerConfig("max_connections", "100")
                    .setOutputRedirector(Redirect.appendTo(log))
                    .setErrorRedirector(Redirect.appendTo(log))
                    .setPGStartupWait(PostgresNode.LONGEST_START)
                    .start();
            try (var connection = server.getPostgresDatabase().getConnection()) {
                for (var name : PostgresNode.DATABASES) {
                    createRole(connection, name);
                    createRole(connection, name + PostgresNode.SERVICE);
                    execute(connection, "CREATE DATABASE " + name + " OWNER " + name);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start Postgres", e);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create the databases", e);
        }
    }

    @Override
    public void stop() {
        if (server == null) {
            return;
        }
        try {
            server.close();
            server = null;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot stop Postgres", e);
        }
    }

    private void createRole(Connection connection, String name) throws SQLException {
        execute(connection, "CREATE ROLE \"%s\" LOGIN PASSWORD '%s'".formatted(name, passwords.get(name)));
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }

    private static void decideWho(File data) {
        try {
            Files.writeString(data.toPath().resolve("pg_hba.conf"), WHO);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
