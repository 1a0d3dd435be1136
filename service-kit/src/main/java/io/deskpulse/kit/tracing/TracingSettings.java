package io.deskpulse.kit.tracing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is traced where tracing is on ({@code quarkus.otel.sdk.disabled=false}). */
@ConfigMapping(prefix = "deskpulse.tracing")
public interface TracingSettings {
    /** The share of requests that are traced, from 0 to 1; the same traces in each service that has the same share. What follows a traced request is traced with it. */
    @WithDefault("0.01")
    double share();
}
