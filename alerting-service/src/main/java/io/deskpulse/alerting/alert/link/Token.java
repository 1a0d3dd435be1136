package io.deskpulse.alerting.alert.link;

import java.time.Instant;

/**
 * What a link stands for. Immutable.
 *
 * @param fingerprint of the alert
 * @param startedAt of the episode: the link of one episode is none of the next; milliseconds count
 * @param expiresAt from when on it is of no use; seconds count
 */
record Token(String tenant, String fingerprint, Instant startedAt, Instant expiresAt) {}
