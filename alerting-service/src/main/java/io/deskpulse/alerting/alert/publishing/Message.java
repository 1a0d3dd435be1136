package io.deskpulse.alerting.alert.publishing;

/**
 * A change of an alert on its way to the topic.
 *
 * @param key {@code <tenant>/<fingerprint>}: compaction keeps the last of each alert
 * @param value the JSON of {@link io.deskpulse.contracts.alert.AlertChanged}
 */
public record Message(String key, String value) {}
