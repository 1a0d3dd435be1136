package io.deskpulse.localstack.replay;

import java.net.URI;

/**
 * Where a replay goes.
 *
 * @param tenant whom both tokens belong to
 * @param ingest base address of the ingest-service
 * @param ingestToken with scope {@code ingest:write}
 * @param metrics base address of the metrics-service
 * @param metricsToken with scope {@code metrics:read}
 */
public record ReplayTarget(String tenant, URI ingest, String ingestToken, URI metrics, String metricsToken) {}
