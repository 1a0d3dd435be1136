package io.deskpulse.alerting.oncall;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where schedules and policies are kept, as they were written. Calls block; thread-safe. */
public interface Documents {
    /** What a document says. */
    enum Kind {
        SCHEDULE,
        POLICY;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A document.
     *
     * @param revision grows with each change
     * @param json without id and revision
     */
    record Document(String id, long revision, String json) {}

    Optional<Document> find(String tenant, Kind kind, String id);

    /** By id, those after another; after an empty text all. */
    List<Document> list(String tenant, Kind kind, String after, int most);

    /** Saves one if its revision is still the one seen, 0 for none; whether it did. */
    boolean save(String tenant, Kind kind, String id, long seen, String json);

    /** Deletes one if its revision is still the one seen; whether it did. */
    boolean delete(String tenant, Kind kind, String id, long seen);
}
