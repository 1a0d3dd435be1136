package io.deskpulse.survey.policy.postgres;

import io.deskpulse.survey.policy.Lots;
import io.deskpulse.survey.policy.LotsOfSurveys;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.UUID;

/** The key of the lots in Postgres; read once. Thread-safe. */
@ApplicationScoped
class PostgresLots implements LotsOfSurveys {
    private volatile Lots read;

    @Override
    public Uni<Lots> get() {
        return read != null
                ? Uni.createFrom().item(read)
                : Panache.getSession()
                        .chain(session -> session.createNativeQuery(
                                        "select cast(key as text) from lot_key", String.class)
                                .getSingleResult())
                        .map(UUID::fromString)
                        .map(key -> read = new Lots(ByteBuffer.allocate(16)
                                .putLong(key.getMostSignificantBits())
                                .putLong(key.getLeastSignificantBits())
                                .array()));
    }
}
