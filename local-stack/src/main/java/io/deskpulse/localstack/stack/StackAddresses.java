package io.deskpulse.localstack.stack;

import io.deskpulse.localstack.node.PostgresNode;
import io.deskpulse.localstack.process.Ports;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where the nodes of a running stack listen. */
public record StackAddresses(int kafkaPort, int redisPort, int postgresPort) {

    public String bootstrapServers() {
        return Ports.HOST + ":" + kafkaPort;
    }

    public String redisUri() {
        return "redis://" + Ports.HOST + ":" + redisPort;
    }

    public String jdbcUrl(String database) {
        return "jdbc:" + url(database);
    }

    private String url(String database) {
        return "postgresql://" + Ports.HOST + ":" + postgresPort + "/" + database;
    }

    /** The configuration of a service that uses this stack: its tables are made by their owner, and used by a role that may not change them. */
    public Map<String, String> configuration(String database) {
        var configuration = new LinkedHashMap<String, String>();
        configuration.put("kafka.bootstrap.servers", bootstrapServers());
        configuration.put("quarkus.redis.hosts", redisUri());
        configuration.put("quarkus.datasource.reactive.url", url(database));
        configuration.put("quarkus.datasource.jdbc.url", jdbcUrl(database));
        configuration.put("quarkus.datasource.username", database + PostgresNode.SERVICE);
        configuration.put("quarkus.datasource.password", database + PostgresNode.SERVICE);
        configuration.put("quarkus.flyway.jdbc-url", "${quarkus.datasource.jdbc.url}");
        configuration.put("quarkus.flyway.username", database);
        configuration.put("quarkus.flyway.password", database);
        return configuration;
    }
}
