package io.deskpulse.kit.measuring;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.stream.DoubleStream;

/** Gives the times of HTTP requests the buckets of a histogram, so that percentiles can be had over all instances. */
final class RequestBuckets implements MeterFilter {
    // Few on purpose: each is one more series for every endpoint and status.
    private static final double[] NANOS = DoubleStream.of(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5)
            .map(seconds -> seconds * Duration.ofSeconds(1).toNanos())
            .toArray();

    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
        return id.getName().equals("http.server.requests")
                ? DistributionStatisticConfig.builder()
                        .serviceLevelObjectives(NANOS)
                        .build()
                        .merge(config)
                : config;
    }

    static final class Producer {
        @Produces
        @Singleton
        MeterFilter requestBuckets() {
            return new RequestBuckets();
        }
    }
}
