package io.deskpulse.survey.delivery;

import io.deskpulse.survey.link.Links;
import io.deskpulse.survey.offer.Means;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who sends by which means. Thread-safe. */
@Singleton
public class Carriers {
    private final Map<Means, Carrier> all = new EnumMap<>(Means.class);
    private final Links links;

    Carriers(@All List<Carrier> carriers, Links links) {
        carriers.forEach(carrier -> all.put(carrier.means(), carrier));
        this.links = links;
    }

    /** The means by which something can be sent here and now. */
    Set<Means> able() {
        return all.keySet().stream().filter(means -> hindrance(means).isEmpty()).collect(Collectors.toSet());
    }

    /** Why nothing can be sent by this means here; or empty. */
    public Optional<String> hindrance(Means means) {
        Optional<String> ofCarrier =
                Optional.ofNullable(all.get(means)).map(Carrier::hindrance).orElse(Optional.of("no-carrier"));
        return ofCarrier.or(() -> links.ready() ? Optional.empty() : Optional.of("links-not-configured"));
    }

    Carrier of(Means means) {
        return all.get(means);
    }
}
