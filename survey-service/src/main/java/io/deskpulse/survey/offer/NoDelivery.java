package io.deskpulse.survey.offer;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Where nothing delivers: everyone can be reached, and nothing is sent. */
@Singleton
@DefaultBean
class NoDelivery implements Handover, Reach {
    @Override
    public Uni<Void> handOver(Offer offer) {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Optional<Obstacle>> obstacle(String tenant, String customer, Means means) {
        return Uni.createFrom().item(Optional.empty());
    }
}
