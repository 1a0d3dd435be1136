package io.deskpulse.alerting.receiver;

/**
 * A receiver with its secrets as they are kept.
 *
 * @param sealed opened by {@link Safe}
 */
public record Kept(Receiver receiver, String sealed) {}
