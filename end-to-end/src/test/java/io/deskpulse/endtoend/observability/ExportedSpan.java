package io.deskpulse.endtoend.observability;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A span as a service exported it.
 *
 * @param parentId empty for none
 * @param kind 1 internal, 2 server, 3 client, 4 producer, 5 consumer
 * @param links trace ids
 * @param failed whether its status is an error
 */
record ExportedSpan(
        String service,
        String traceId,
        String spanId,
        String parentId,
        String name,
        int kind,
        long startNanos,
        long endNanos,
        Map<String, String> attributes,
        List<String> links,
        boolean failed) {
    private static final List<String> KINDS =
            List.of("unspecified", "internal", "server", "client", "producer", "consumer");

    String kindName() {
        return KINDS.get(kind);
    }

    /** Those of an {@code ExportTraceServiceRequest}. */
    static Stream<ExportedSpan> in(byte[] request) {
        return new ProtoMessage(request).messages(1).stream().flatMap(resource -> {
            String service = attributes(resource.messages(1).get(0), 1).getOrDefault("service.name", "");
            return resource.messages(2).stream()
                    .flatMap(scope -> scope.messages(2).stream())
                    .map(span -> span(service, span));
        });
    }

    private static ExportedSpan span(String service, ProtoMessage span) {
        return new ExportedSpan(
                service,
                span.hex(1),
                span.hex(2),
                span.hex(4),
                span.text(5),
                (int) span.number(6),
                span.number(7),
                span.number(8),
                attributes(span, 9),
                span.messages(13).stream().map(link -> link.hex(1)).toList(),
                span.messages(15).stream().anyMatch(status -> status.number(3) == 2));
    }

    private static Map<String, String> attributes(ProtoMessage of, int field) {
        return of.messages(field).stream()
                .collect(Collectors.toMap(
                        pair -> pair.text(1),
                        pair -> value(pair.messages(2).get(0)),
                        (one, other) -> other,
                        TreeMap::new));
    }

    private static String value(ProtoMessage any) {
        if (any.has(1)) {
            return any.text(1);
        }
        return any.has(2) ? String.valueOf(any.number(2) == 1) : String.valueOf(any.number(3));
    }
}
