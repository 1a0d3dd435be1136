package io.deskpulse.alerting.conversation.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.alerting.conversation.ConversationRules;
import io.deskpulse.alerting.conversation.RulesOfTenants;
import io.deskpulse.alerting.conversation.document.RulesDocument;
import io.deskpulse.kit.postgres.Database;
import io.deskpulse.kit.postgres.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The rules of tenants in Postgres. */
@ApplicationScoped
class PostgresRules implements RulesOfTenants {
    private static final String ALL = "select tenant, revision, document from conversation_rules";
    private static final String FIND = ALL + " where tenant = ?";
    private static final String PUT =
            "insert into conversation_rules (tenant, revision, document) values (?, ?, ?::jsonb)"
                    + " on conflict (tenant) do update set revision = excluded.revision, document = excluded.document"
                    + " where conversation_rules.revision = excluded.revision - 1";

    private final Database database;

    PostgresRules(Database database) {
        this.database = database;
    }

    @Override
    public List<ConversationRules> all() {
        return database.list(ALL, PostgresRules::rules);
    }

    @Override
    public Optional<ConversationRules> find(String tenant) {
        return database.first(FIND, PostgresRules::rules, tenant);
    }

    @Override
    public boolean put(ConversationRules rules) {
        return database.change(
                        PUT,
                        rules.tenant(),
                        rules.revision(),
                        RulesDocument.write(rules).toString())
                == 1;
    }

    private static ConversationRules rules(Row row) throws SQLException {
        return new ConversationRules(
                row.text("tenant"),
                row.number("revision"),
                RulesDocument.read(row.text("document").getBytes(UTF_8)));
    }
}
