/**
 * Sends on what counting has changed: journeys and measurements. Both stand in the store since the write that changed
 * them, and are taken out only when Kafka holds them; so each is sent at least once, and its readers keep the one with the
 * greatest revision.
 */
package io.deskpulse.metrics.publishing;
