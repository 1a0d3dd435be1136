package io.deskpulse.benchmarks;

import io.deskpulse.benchmarks.http.RawRequest;
import io.deskpulse.localstack.service.ProcessStack;
import io.deskpulse.localstack.service.Service;
import java.util.List;
import java.util.Map;

/** The ingest service, without a limit on what a tenant may send, and requests to it. */
final class Ingest {
    private static final String PATH = "/v1/events";

    private Ingest() {}

    static Service start(ProcessStack stack) {
        return stack.start(
                "ingest-service",
                "ingest-service",
                Map.of(
                        "deskpulse.ingest.rate-limit.events-per-second", "100000000",
                        "deskpulse.ingest.rate-limit.burst", "100000000"));
    }

    /** Requests that send these batches. */
    static List<byte[]> batches(List<byte[]> bodies, String token) {
        return requests(bodies, "application/cloudevents-batch+json", token);
    }

    /** Requests that send one event each. */
    static List<byte[]> singles(List<byte[]> bodies, String token) {
        return requests(bodies, "application/cloudevents+json", token);
    }

    private static List<byte[]> requests(List<byte[]> bodies, String type, String token) {
        Map<String, String> headers = Map.of("Content-Type", type, "Authorization", "Bearer " + token);
        return bodies.stream().map(body -> RawRequest.post(PATH, headers, body)).toList();
    }
}
