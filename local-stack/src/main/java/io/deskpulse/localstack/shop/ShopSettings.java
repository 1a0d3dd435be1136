package io.deskpulse.localstack.shop;

import java.net.URI;

/**
 * What a demo shop talks to, and with which tokens.
 *
 * @param ingest the ingest-service
 * @param survey the survey-service
 * @param metrics the metrics-service
 * @param tokens of the tenant whose shop it is
 */
public record ShopSettings(URI ingest, URI survey, URI metrics, Tokens tokens) {

    /**
     * Tokens by what they allow. Only the one to answer ever leaves the shop's server.
     *
     * @param answering bound to the origin of the shop
     */
    public record Tokens(String sending, String answering, String managing, String reading) {}
}
