package io.deskpulse.alerting.oncall;

import io.deskpulse.alerting.receiver.Sender;
import jakarta.enterprise.context.ApplicationScoped;

/** What there is to be named. Calls block. Thread-safe. */
@ApplicationScoped
public class Directory {
    private final Sender sender;
    private final Documents documents;

    Directory(Sender sender, Documents documents) {
        this.sender = sender;
        this.documents = documents;
    }

    public Known of(String tenant) {
        return new Known(
                id -> sender.exists(tenant, id),
                id -> documents.find(tenant, Documents.Kind.SCHEDULE, id).isPresent(),
                id -> documents.find(tenant, Documents.Kind.POLICY, id).isPresent());
    }
}
