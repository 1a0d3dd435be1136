package io.deskpulse.survey.result;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which offers of a survey are looked at. Immutable.
 *
 * @param from only those made then or later
 * @param to only those made before
 * @param versions only those of these versions; of all where it is empty
 * @param where allowed values, in lower case, of the dimensions that are restricted
 */
public record Selection(
        String tenant,
        UUID survey,
        Optional<Instant> from,
        Optional<Instant> to,
        Set<Integer> versions,
        Map<Dimension, List<String>> where) {
    public Selection {
        versions = Set.copyOf(versions);
        where = Map.copyOf(where);
    }

    /** Whether offers of this version are looked at. */
    public boolean covers(int version) {
        return versions.isEmpty() || versions.contains(version);
    }

    /** The same, of these versions only. */
    public Selection of(Set<Integer> others) {
        return new Selection(tenant, survey, from, to, others, where);
    }

    /** The same, ending now where it has no end: what is made while somebody reads is not read. */
    public Selection until(Instant now) {
        return new Selection(tenant, survey, from, Optional.of(to.orElse(now)), versions, where);
    }
}
