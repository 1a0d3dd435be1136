package io.deskpulse.contracts.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/**
 * What the {@code alerts} topic says of an alert each time that it changes: the alert as it stands then, whole. The key is
 * {@code <tenant>/<fingerprint>}; readers keep, for each key, the one with the greatest revision. Times are RFC 3339, in UTC. Immutable.
 *
 * @param tenant whose
 * @param fingerprint 16 hexadecimal digits that stand for tenant and labels
 * @param revision grows with each change of any alert of the tenant
 * @param change what has become of it
 * @param rule id of the rule
 * @param ruleVersion the version that decided
 * @param state where it stands
 * @param from where it stood before its last transition
 * @param reason why it went from there to here, a word such as {@code breached} or {@code noData}
 * @param labels its identity
 * @param group values of the dimensions that the rule is cut by
 * @param annotations what to tell people, by name and then by language
 * @param links addresses by name
 * @param evidence what it was judged by; absent where there is nothing
 * @param at the moment that was judged: the end of the window
 * @param decidedAt when it was decided, by the wall clock
 * @param heldMillis how long it had been breached, or recovering, at that moment
 * @param startedAt begin of the current or last episode
 * @param firedAt when it began to fire in that episode; absent where it did not
 * @param resolvedAt when that episode ended; absent while it lasts
 * @param acknowledgement by whoever takes care of it; absent where nobody does
 * @param notes short texts by name, such as the id of a ticket
 * @param by who changed it; absent where the service did
 * @param comment of whoever changed it, or absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AlertChanged(
        String tenant,
        String fingerprint,
        long revision,
        Kind change,
        String rule,
        int ruleVersion,
        State state,
        State from,
        String reason,
        Map<String, String> labels,
        Map<String, String> group,
        Map<String, Map<String, String>> annotations,
        Map<String, String> links,
        Evidence evidence,
        String at,
        String decidedAt,
        long heldMillis,
        String startedAt,
        String firedAt,
        String resolvedAt,
        Acknowledgement acknowledgement,
        Map<String, String> notes,
        String by,
        String comment) {

    /** What has become of an alert. */
    public enum Kind {
        /** It is breached, and has to be for longer. */
        @JsonProperty("pending")
        PENDING,
        /** It was pending, and is over before anybody was told. */
        @JsonProperty("calmed")
        CALMED,
        /** It began to fire. */
        @JsonProperty("fired")
        FIRED,
        /** It is no longer breached, but goes on firing for a while. */
        @JsonProperty("recovering")
        RECOVERING,
        /** It was recovering, and is breached again. */
        @JsonProperty("relapsed")
        RELAPSED,
        /** It fires no longer. */
        @JsonProperty("resolved")
        RESOLVED,
        /** Somebody takes care of it. */
        @JsonProperty("acknowledged")
        ACKNOWLEDGED
    }

    /** Where an alert stands. */
    public enum State {
        @JsonProperty("normal")
        NORMAL,
        @JsonProperty("pending")
        PENDING,
        @JsonProperty("firing")
        FIRING,
        @JsonProperty("recovering")
        RECOVERING
    }

    /**
     * What an alert was judged by; what does not apply is absent.
     *
     * @param value in the metric's unit
     * @param low lower bound of its 95 % interval
     * @param high upper bound
     * @param numerator of a rate or mean
     * @param denominator of a rate or mean
     * @param sample how many things it rests on
     * @param limit what it was compared with
     * @param baseline what a change was measured from
     * @param from begin of the window
     * @param to end of the window
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Evidence(
            Double value,
            Double low,
            Double high,
            Double numerator,
            Double denominator,
            Long sample,
            Double limit,
            Double baseline,
            String from,
            String to) {}

    /** Who takes care of an alert, since when, and what they said (or absent). */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Acknowledgement(String by, String at, String comment) {}
}
