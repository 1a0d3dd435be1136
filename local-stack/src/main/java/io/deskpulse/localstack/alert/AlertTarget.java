package io.deskpulse.localstack.alert;

/**
 * Where an alert is shown.
 *
 * @param tenant one of its own
 * @param kafka where its watermarks are read
 */
public record AlertTarget(String tenant, JsonApi ingest, JsonApi alerting, String kafka) {}
