package io.deskpulse.alerting.alert.postgres;

import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.alert.Change;
import io.deskpulse.alerting.alert.document.AlertDocument;
import io.deskpulse.kit.postgres.Row;
import java.sql.SQLException;
import java.time.Duration;

/** An alert from its row. Stateless. */
final class AlertRows {
    static final String COLUMNS = "document, at, decided_at, held_ms";

    private AlertRows() {}

    static Alert alert(Row row) throws SQLException {
        return change(row).alert();
    }

    /** The last change of the alert; when it was looked at since then is known by the row, not by the document. */
    static Change change(Row row) throws SQLException {
        Change last = AlertDocument.change(row.text("document"));
        Alert looked = last.alert()
                .lookedAt(row.instant("at"), row.instant("decided_at"), Duration.ofMillis(row.number("held_ms")));
        return new Change(last.kind(), looked, last.by(), last.comment());
    }
}
