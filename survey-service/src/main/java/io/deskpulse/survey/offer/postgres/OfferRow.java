package io.deskpulse.survey.offer.postgres;

import io.deskpulse.survey.episode.EpisodeFacts;
import io.deskpulse.survey.offer.Circumstances;
import io.deskpulse.survey.offer.Context;
import io.deskpulse.survey.offer.Means;
import io.deskpulse.survey.offer.Offer;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An offer as a row, without its explanation, which is seldom read; inserted by {@link PostgresOffers}. */
@Entity(name = "OfferRow")
@Table(name = "offer")
class OfferRow {
    @Id
    UUID id;

    String tenant;
    UUID survey;
    int version;
    String conversation;
    String customer;
    String channel;
    String language;
    String token;

    @Column(name = "offered_at")
    Instant offeredAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "shown_at")
    Instant shownAt;

    @Column(name = "finished_at")
    Instant finishedAt;

    double weight;
    String stratum;
    String means;
    String episode;
    String outcome;
    String handler;
    String scene;
    String segment;
    String variant;
    String region;
    String topic;

    Offer offer() {
        return new Offer(
                id,
                tenant,
                survey,
                version,
                new Context(conversation, customer, channel, language),
                token,
                offeredAt,
                expiresAt,
                shownAt,
                finishedAt,
                new Circumstances(Means.ofWire(means), stratum, weight, facts()));
    }

    private EpisodeFacts facts() {
        return new EpisodeFacts(episode, outcome, handler, scene, segment, variant, region, topic);
    }
}
