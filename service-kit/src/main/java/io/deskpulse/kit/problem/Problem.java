package io.deskpulse.kit.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What went wrong, as RFC 9457 describes it ({@code application/problem+json}). Immutable.
 *
 * @param type names the kind of problem, stable over releases: {@code urn:deskpulse:problem:<name>}
 * @param title the kind in a few words, the same each time
 * @param status the HTTP status
 * @param detail what happened here and what to do about it; never message text, tokens or personal data
 * @param instance names this occurrence, as found in the logs; or null
 * @param members further members, such as {@code pointer} (JSON pointer to the fault in the body) or {@code parameter}
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"type", "title", "status", "detail", "instance"})
@Schema(
        name = "Problem",
        description = "RFC 9457 problem; see docs/reference/problems.md for every type",
        example =
                """
                {"type": "urn:deskpulse:problem:invalid-parameter", "title": "Invalid parameter", "status": 400,
                 "detail": "from: not an ISO 8601 instant or date", "parameter": "from"}""")
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        @JsonIgnore Map<String, Object> members) {
    public static final String MEDIA_TYPE = "application/problem+json";
    private static final String TYPES = "urn:deskpulse:problem:";

    public Problem {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("status: " + status + " is not an error");
        }
        members = Map.copyOf(members);
    }

    /** A problem of the kind {@code name}. */
    public static Problem of(String name, int status, String title, String detail) {
        return new Problem(TYPES + name, title, status, detail, null, Map.of());
    }

    /** 400: a query or path parameter cannot be used. */
    public static Problem invalidParameter(String parameter, String detail) {
        return of("invalid-parameter", 400, "Invalid parameter", parameter + ": " + detail)
                .with("parameter", parameter);
    }

    /**
     * 400: the body cannot be used.
     *
     * @param pointer JSON pointer (RFC 6901) to the fault; empty for the whole body
     */
    public static Problem invalidBody(String pointer, String detail) {
        return of("invalid-body", 400, "Invalid body", detail).with("pointer", pointer);
    }

    /** 404: there is no such thing. */
    public static Problem notFound(String detail) {
        return of("not-found", 404, "Not found", detail);
    }

    /** 429: the caller asks too much; answer with {@link ProblemException#retryAfter}. */
    public static Problem rateLimited(String detail) {
        return of("rate-limited", 429, "Too many requests", detail);
    }

    /** 503: what the service needs is away or too slow; answer with {@link ProblemException#retryAfter}. */
    public static Problem unavailable(String detail) {
        return of("unavailable", 503, "Temporarily unavailable", detail);
    }

    /** The same with one more member. */
    public Problem with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(type, title, status, detail, instance, more);
    }

    /** The same, named as this occurrence. */
    public Problem at(String instance) {
        return new Problem(type, title, status, detail, instance, members);
    }

    /** The exception that answers with this problem. */
    public ProblemException toException() {
        return new ProblemException(this);
    }

    @JsonAnyGetter
    Map<String, Object> furtherMembers() {
        return members;
    }
}
