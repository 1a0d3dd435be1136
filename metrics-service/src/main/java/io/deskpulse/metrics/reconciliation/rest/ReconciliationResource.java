package io.deskpulse.metrics.reconciliation.rest;

import io.deskpulse.kit.auth.Caller;
import io.deskpulse.kit.auth.Scopes;
import io.deskpulse.kit.problem.Problem;
import io.deskpulse.kit.problem.ProblemException;
import io.deskpulse.metrics.reconciliation.EventLog;
import io.deskpulse.metrics.reconciliation.Range;
import io.deskpulse.metrics.reconciliation.Reconciliation;
import io.deskpulse.metrics.reconciliation.ReconciliationSettings;
import io.deskpulse.metrics.reconciliation.Report;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lets operators prove that counters are right. */
@Path("/v1/reconciliation")
@Tag(name = "Reconciliation")
class ReconciliationResource {
    private static final Duration RETRY = Duration.ofSeconds(30);

    private final Reconciliation reconciliation;
    private final ReconciliationSettings settings;
    private final Caller caller;

    ReconciliationResource(Reconciliation reconciliation, ReconciliationSettings settings, Caller caller) {
        this.reconciliation = reconciliation;
        this.settings = settings;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scopes.ADMIN)
    @Blocking
    @Operation(
            summary = "Compare the counters with an independent recount from Kafka",
            description = "Reads the whole log again, so it may take minutes, and one runs at a time. Every measure is"
                    + " compared, in total and by each single dimension, by hours up to two days and else by days.")
    @APIResponse(
            responseCode = "200",
            description = "What was compared and what differs",
            content = @Content(schema = @Schema(implementation = Report.class)))
    @APIResponse(
            responseCode = "409",
            description = "Another comparison is running",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Report compare(
            @Parameter(description = "Instant or UTC date", example = "2026-11-20") @QueryParam("from") String from,
            @Parameter(description = "Instant or UTC date, exclusive", example = "2026-11-21") @QueryParam("to")
                    String to) {
        Range range = range(time("from", from), time("to", to));
        try {
            return reconciliation.compare(caller.tenant(), range).orElseThrow(ReconciliationResource::alreadyRunning);
        } catch (EventLog.TooLongException e) {
            throw tooLong();
        }
    }

    private static Range range(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            throw Problem.invalidParameter("to", "must be after from").toException();
        }
        if (Duration.between(from, to).compareTo(Range.LONGEST) > 0) {
            throw Problem.invalidParameter("to", "at most " + Range.LONGEST.toDays() + " days after from")
                    .toException();
        }
        return Range.covering(from.toEpochMilli(), to.toEpochMilli());
    }

    private static Instant time(String parameter, String value) {
        if (value == null || value.isBlank()) {
            throw Problem.invalidParameter(parameter, "is required, an ISO 8601 instant or date")
                    .toException();
        }
        try {
            return value.indexOf('T') < 0
                    ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(value);
        } catch (DateTimeParseException e) {
            throw Problem.invalidParameter(parameter, "not an ISO 8601 instant or date")
                    .toException();
        }
    }

    private static ProblemException alreadyRunning() {
        return Problem.of(
                        "reconciliation-running",
                        409,
                        "Another comparison is running",
                        "One comparison runs at a time in an instance; ask again when it is done.")
                .toException()
                .retryAfter(RETRY);
    }

    private ProblemException tooLong() {
        return Problem.of(
                        "reconciliation-too-long",
                        503,
                        "The comparison took too long",
                        "Reading the log again took longer than "
                                + settings.limit().toSeconds()
                                + " s; raise deskpulse.metrics.reconciliation.limit or ask when there is less load.")
                .toException();
    }
}
