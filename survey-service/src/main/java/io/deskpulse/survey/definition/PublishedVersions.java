package io.deskpulse.survey.definition;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.deskpulse.survey.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Published versions at hand: they never change, so they are read once. Belongs to the current transaction. Thread-safe. */
@ApplicationScoped
public class PublishedVersions {
    private static final int MOST = 1_000;

    private record Key(String tenant, UUID survey, int version) {}

    private final Surveys surveys;
    private final Transactions transactions;
    private final Cache<Key, PublishedVersion> read =
            Caffeine.newBuilder().maximumSize(MOST).build();

    PublishedVersions(Surveys surveys, Transactions transactions) {
        this.surveys = surveys;
        this.transactions = transactions;
    }

    /** Fails where there is no such version. */
    public Uni<PublishedVersion> get(String tenant, UUID survey, int version) {
        Key key = new Key(tenant, survey, version);
        PublishedVersion known = read.getIfPresent(key);
        return known != null
                ? Uni.createFrom().item(known)
                : surveys.version(tenant, survey, version)
                        .map(Optional::orElseThrow)
                        .invoke(found -> read.put(key, found));
    }

    /** The same for whoever is in no transaction: begins one only where the version is not at hand. */
    public Uni<PublishedVersion> read(String tenant, UUID survey, int version) {
        PublishedVersion known = read.getIfPresent(new Key(tenant, survey, version));
        return known != null ? Uni.createFrom().item(known) : transactions.run(() -> get(tenant, survey, version));
    }
}
