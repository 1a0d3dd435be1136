package io.deskpulse.ingest.intake;

import io.deskpulse.ingest.intake.Outcome.Answered;
import io.deskpulse.ingest.publishing.Appended;
import io.deskpulse.ingest.publishing.EventLog;
import io.deskpulse.ingest.ratelimit.Admission;
import io.deskpulse.ingest.ratelimit.RateLimiter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Takes events in: admits, checks, masks and stores them, and only then says that they are accepted. Thread-safe; never
 * blocks.
 */
@ApplicationScoped
public class Intake {
    private final RateLimiter limiter;
    private final Inspector inspector;
    private final EventLog log;
    private final IntakeMeters meters;

    Intake(RateLimiter limiter, Inspector inspector, EventLog log, IntakeMeters meters) {
        this.limiter = limiter;
        this.inspector = inspector;
        this.log = log;
        this.meters = meters;
    }

    /** Takes the events of a submission in. */
    public Uni<Outcome> take(Submission submission) {
        int events = submission.size();
        meters.received(events);
        return limiter.admit(submission.tenant(), events)
                .chain(admission -> admission instanceof Admission.Refused refusal
                        ? Uni.createFrom().item(new Outcome.RateLimited(refusal))
                        : store(submission))
                .invoke(outcome -> {
                    if (!(outcome instanceof Answered)) {
                        meters.refused(events);
                    }
                });
    }

    /** Says what would become of the events, and stores nothing. They count against the rate limit all the same. */
    public Uni<Outcome> validate(Submission submission) {
        return limiter.admit(submission.tenant(), submission.size())
                .map(admission -> admission instanceof Admission.Refused refusal
                        ? new Outcome.RateLimited(refusal)
                        : new Answered(inspector.inspect(submission).results()));
    }

    private Uni<Outcome> store(Submission submission) {
        Inspection inspection = inspector.inspect(submission);
        if (inspection.entries().isEmpty()) {
            return Uni.createFrom().item(answered(inspection));
        }
        return log.append(inspection.entries(), submission.receivedMillis())
                .map(appended -> outcomeOf(appended, inspection));
    }

    private Outcome outcomeOf(Appended appended, Inspection inspection) {
        if (appended instanceof Appended.Overloaded) {
            return new Outcome.Overloaded();
        }
        return appended instanceof Appended.Unavailable unavailable
                ? new Outcome.Unavailable(unavailable.reason())
                : answered(inspection);
    }

    private Outcome answered(Inspection inspection) {
        meters.answered(inspection);
        return new Answered(inspection.results());
    }
}
