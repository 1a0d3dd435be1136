package io.deskpulse.alerting.alert.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.alert.Change;
import io.deskpulse.alerting.alert.Evidence;
import io.deskpulse.alerting.alert.Labels;
import io.deskpulse.alerting.alert.Reason;
import io.deskpulse.alerting.alert.State;
import io.deskpulse.alerting.alert.Transition;
import io.deskpulse.contracts.alert.AlertChanged;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** An alert as JSON: what the topic, the tables and the API have of it is the same. Stateless. */
@RegisterForReflection(
        targets = {
            AlertChanged.class,
            AlertChanged.Kind.class,
            AlertChanged.State.class,
            AlertChanged.Evidence.class,
            AlertChanged.Acknowledgement.class
        })
public final class AlertDocument {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectWriter WRITER = JSON.writerFor(AlertChanged.class);
    private static final ObjectReader READER = JSON.readerFor(AlertChanged.class);

    private AlertDocument() {}

    /** The JSON of a change. */
    public static String text(Change change) {
        try {
            return WRITER.writeValueAsString(record(change));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records can be written", e);
        }
    }

    /** The same as a tree. */
    public static JsonNode tree(Change change) {
        return JSON.valueToTree(record(change));
    }

    /** What the topic says of a change. */
    public static AlertChanged record(Change change) {
        Alert alert = change.alert();
        Transition last = alert.last();
        return new AlertChanged(
                last.tenant(),
                alert.fingerprint(),
                alert.revision(),
                AlertChanged.Kind.valueOf(change.kind().name()),
                last.rule(),
                last.ruleVersion(),
                AlertChanged.State.valueOf(last.to().name()),
                AlertChanged.State.valueOf(last.from().name()),
                last.reason().word(),
                last.labels().values(),
                last.group(),
                last.annotations(),
                last.links(),
                evidence(last.evidence()),
                last.at().toString(),
                last.decidedAt().toString(),
                last.held().toMillis(),
                text(alert.startedAt()),
                text(alert.firedAt()),
                text(alert.resolvedAt()),
                acknowledgement(alert.acknowledgement()),
                alert.notes(),
                change.by(),
                change.comment());
    }

    /** The change that some JSON tells of; throws IllegalStateException where it tells of none. */
    public static Change change(String text) {
        try {
            AlertChanged read = READER.readValue(text);
            return new Change(Change.Kind.valueOf(read.change().name()), alert(read), read.by(), read.comment());
        } catch (JsonProcessingException e) {
            // Its message quotes what it read.
            throw new IllegalStateException("what is stored is no alert");
        }
    }

    private static Alert alert(AlertChanged read) {
        return new Alert(
                read.fingerprint(),
                read.revision(),
                transition(read),
                instant(read.startedAt()),
                instant(read.firedAt()),
                instant(read.resolvedAt()),
                acknowledgement(read.acknowledgement()),
                Objects.requireNonNullElse(read.notes(), Map.of()));
    }

    private static Transition transition(AlertChanged read) {
        return new Transition(
                read.tenant(),
                read.rule(),
                read.ruleVersion(),
                Labels.of(read.labels()),
                read.group(),
                read.annotations(),
                read.links(),
                State.valueOf(read.from().name()),
                State.valueOf(read.state().name()),
                Reason.of(read.reason()),
                evidence(read.evidence()),
                instant(read.at()),
                instant(read.decidedAt()),
                Duration.ofMillis(read.heldMillis()));
    }

    private static AlertChanged.Evidence evidence(Evidence known) {
        return known.equals(Evidence.NONE)
                ? null
                : new AlertChanged.Evidence(
                        finite(known.value()),
                        finite(known.low()),
                        finite(known.high()),
                        finite(known.numerator()),
                        finite(known.denominator()),
                        known.sample(),
                        finite(known.limit()),
                        finite(known.baseline()),
                        text(known.from()),
                        text(known.to()));
    }

    /** JSON has no word for what is not. */
    private static Double finite(Double number) {
        return number != null && Double.isFinite(number) ? number : null;
    }

    private static Evidence evidence(AlertChanged.Evidence read) {
        return read == null
                ? Evidence.NONE
                : new Evidence(
                        read.value(),
                        read.low(),
                        read.high(),
                        read.numerator(),
                        read.denominator(),
                        read.sample(),
                        read.limit(),
                        read.baseline(),
                        instant(read.from()),
                        instant(read.to()));
    }

    private static AlertChanged.Acknowledgement acknowledgement(Alert.Acknowledgement given) {
        return given == null
                ? null
                : new AlertChanged.Acknowledgement(given.by(), given.at().toString(), given.comment());
    }

    private static Alert.Acknowledgement acknowledgement(AlertChanged.Acknowledgement read) {
        return read == null ? null : new Alert.Acknowledgement(read.by(), instant(read.at()), read.comment());
    }

    private static String text(Instant time) {
        return time == null ? null : time.toString();
    }

    private static Instant instant(String text) {
        return text == null ? null : Instant.parse(text);
    }
}
