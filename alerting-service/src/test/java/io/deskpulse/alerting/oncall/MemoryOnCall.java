package io.deskpulse.alerting.oncall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Schedules and policies in memory, for tests. */
public final class MemoryOnCall implements Documents, Substitutions {
    private final Map<Kind, Map<String, Document>> documents = new HashMap<>();
    private final List<Substitution> substitutions = new ArrayList<>();

    @Override
    public Optional<Document> find(String tenant, Kind kind, String id) {
        return Optional.ofNullable(of(kind).get(id));
    }

    @Override
    public List<Document> list(String tenant, Kind kind, String after, int most) {
        return of(kind).values().stream()
                .filter(one -> one.id().compareTo(after) > 0)
                .limit(most)
                .toList();
    }

    @Override
    public boolean save(String tenant, Kind kind, String id, long seen, String json) {
        if (find(tenant, kind, id).map(Document::revision).orElse(0L) != seen) {
            return false;
        }
        of(kind).put(id, new Document(id, seen + 1, json));
        return true;
    }

    @Override
    public boolean delete(String tenant, Kind kind, String id, long seen) {
        boolean same =
                find(tenant, kind, id).filter(one -> one.revision() == seen).isPresent();
        return same && of(kind).remove(id) != null;
    }

    @Override
    public List<Substitution> between(String tenant, String schedule, Instant from, Instant to) {
        return List.copyOf(substitutions);
    }

    @Override
    public List<Substitution> list(String tenant, String schedule, Optional<UUID> before, int most) {
        return List.copyOf(substitutions);
    }

    @Override
    public void add(String tenant, String schedule, Substitution substitution) {
        substitutions.add(substitution);
    }

    @Override
    public boolean remove(String tenant, String schedule, UUID id) {
        return substitutions.removeIf(one -> one.id().equals(id));
    }

    private Map<String, Document> of(Kind kind) {
        return documents.computeIfAbsent(kind, any -> new TreeMap<>());
    }
}
