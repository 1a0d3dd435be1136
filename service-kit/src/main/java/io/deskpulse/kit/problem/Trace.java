package io.deskpulse.kit.problem;

import io.deskpulse.kit.tracing.Tracing;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * The trace id of the current request: that of its span where requests are traced, else from the W3C {@code traceparent} header when it has one, else random. It
 * stands in every log line as {@code traceId} and in every problem as {@code instance}, whether or not anything is traced.
 */
public final class Trace {
    private static final String KEY = "traceId";
    private static final Pattern PARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");

    private final Tracing tracing;

    Trace(Tracing tracing) {
        this.tracing = tracing;
    }

    /** The id of the current request; a new one outside of a request. */
    public static String id() {
        return MDC.get(KEY) instanceof String id ? id : random();
    }

    /** The {@code instance} of a problem of the current request. */
    public static String instance() {
        return "urn:deskpulse:trace:" + id();
    }

    @ServerRequestFilter(preMatching = true, priority = 1)
    void begin(ContainerRequestContext request) {
        String span = tracing.currentId();
        MDC.put(KEY, span == null ? idOf(request.getHeaderString(Tracing.HEADER)) : span);
    }

    static String idOf(String parent) {
        if (parent != null) {
            Matcher matcher = PARENT.matcher(parent);
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        return random();
    }

    private static String random() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }
}
