package io.deskpulse.survey.definition;

import java.time.Instant;
import java.util.UUID;

/**
 * A survey: the definition that is being worked on, and how far it is. Immutable.
 *
 * @param revision counts changes; a change is made only to the revision its author has seen
 * @param publishedVersion the version that is offered, or was last; 0 for none. Published versions never change
 */
public record Survey(
        UUID id,
        String tenant,
        State state,
        long revision,
        int publishedVersion,
        Definition definition,
        Instant createdAt,
        Instant changedAt) {
    /** How far a survey is. */
    public enum State {
        /** Never offered. */
        DRAFT,
        /** Offered to customers. */
        PUBLISHED,
        /** No longer offered; its answers stay, and offers made before can still be answered. */
        ARCHIVED
    }

    /** A new one. */
    static Survey create(UUID id, String tenant, Definition definition, Instant now) {
        return new Survey(id, tenant, State.DRAFT, 1, 0, definition, now, now);
    }

    /** The same with another definition, for the next version to be published. */
    Survey redefined(Definition other, Instant now) {
        return new Survey(id, tenant, state, revision + 1, publishedVersion, other, createdAt, now);
    }

    /** Its next version is offered from now on. */
    Survey published(Instant now) {
        return new Survey(id, tenant, State.PUBLISHED, revision + 1, publishedVersion + 1, definition, createdAt, now);
    }

    Survey archived(Instant now) {
        return new Survey(id, tenant, State.ARCHIVED, revision + 1, publishedVersion, definition, createdAt, now);
    }
}
