package io.deskpulse.localstack.replay;

import java.net.URI;

/**
 * Where a replay goes.
 *
 * @param tenant whom the tokens belong to
 * @param ingest base address of the ingest-service
 * @param ingestToken with scope {@code ingest:write}
 * @param survey base address of the survey-service
 * @param surveyToken with scopes {@code survey:answer} and {@code survey:manage}
 * @param metrics base address of the metrics-service
 * @param metricsToken with scope {@code metrics:read}
 */
public record ReplayTarget(
        String tenant,
        URI ingest,
        String ingestToken,
        URI survey,
        String surveyToken,
        URI metrics,
        String metricsToken) {}
