package io.deskpulse.alerting.silence;

import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.alert.Decisions;
import io.deskpulse.alerting.audit.Audit;
import io.deskpulse.alerting.matching.Matchers;
import io.deskpulse.alerting.silence.document.SilenceWriter;
import io.deskpulse.kit.listing.TimeOrderedId;
import io.deskpulse.kit.postgres.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes and ends silences, and notes who did. Calls block. Thread-safe. */
@ApplicationScoped
public class ManageSilences {
    private static final String THING = "silence";

    private final Silences silences;
    private final Decisions decisions;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    ManageSilences(Silences silences, Decisions decisions, Transactions transactions, Audit audit, Clock clock) {
        this.silences = silences;
        this.decisions = decisions;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of a change. */
    public sealed interface Result {
        record Done(Silence silence) implements Result {}

        record Unknown() implements Result {}

        /** It is over; what is over is not changed. */
        record Over() implements Result {}

        /** Somebody else has changed it: this is its revision. */
        record Changed(long revision) implements Result {}
    }

    public Silence make(String tenant, Draft draft, String actor) {
        Instant now = now();
        Silence made = new Silence(
                TimeOrderedId.at(now),
                tenant,
                draft.matchers(),
                draft.startsAt(),
                draft.endsAt(),
                draft.author(),
                draft.comment(),
                now,
                1);
        transactions.run(() -> {
            silences.add(made);
            note(made, actor, "created", null);
        });
        return made;
    }

    /** Changes one that is not over yet. */
    public Result change(String tenant, UUID id, long seen, Draft draft, String actor) {
        return transactions.run(() -> {
            Optional<Silence> before = silences.find(tenant, id);
            if (before.isPresent() && before.get().revision() != seen) {
                return new Result.Changed(before.get().revision());
            }
            return write(before, actor, "changed", found -> found.changed(draft));
        });
    }

    /** Ends one now. */
    public Result expire(String tenant, UUID id, String actor) {
        return transactions.run(
                () -> write(silences.find(tenant, id), actor, "expired", found -> found.expired(now())));
    }

    public Optional<Silence> find(String tenant, UUID id) {
        return silences.find(tenant, id);
    }

    public List<Silence> list(String tenant, Optional<Silence.State> state, Optional<UUID> before, int most) {
        return silences.list(tenant, state, now(), before, most);
    }

    /** The alerts that fire and that these matchers would silence. */
    public List<Alert> matched(String tenant, Matchers matchers) {
        return decisions.standing(tenant).stream()
                .filter(alert -> alert.state().active() && matchers.match(alert.labels()))
                .toList();
    }

    /** Now, as exactly as it is kept. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @FunctionalInterface
    private interface Change {
        Silence of(Silence found);
    }

    private Result write(Optional<Silence> before, String actor, String action, Change change) {
        if (before.isEmpty()) {
            return new Result.Unknown();
        }
        if (before.get().at(now()) == Silence.State.EXPIRED) {
            return new Result.Over();
        }
        Silence after = change.of(before.get());
        if (!silences.change(after)) {
            return new Result.Changed(after.revision());
        }
        note(after, actor, action, before.get());
        return new Result.Done(after);
    }

    private void note(Silence silence, String actor, String action, Silence before) {
        audit.note(
                silence.tenant(),
                actor,
                THING,
                silence.id().toString(),
                action,
                before == null ? null : SilenceWriter.write(before, now()).toString(),
                SilenceWriter.write(silence, now()).toString());
    }
}
