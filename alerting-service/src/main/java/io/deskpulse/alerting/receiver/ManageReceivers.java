package io.deskpulse.alerting.receiver;

import io.deskpulse.alerting.audit.Audit;
import io.deskpulse.alerting.receiver.document.ReceiverWriter;
import io.deskpulse.kit.postgres.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes receivers, and notes who did. Thread-safe. */
@ApplicationScoped
public class ManageReceivers {
    private static final String THING = "receiver";

    private final Receivers receivers;
    private final Safe safe;
    private final ReceiverSettings settings;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    ManageReceivers(
            Receivers receivers,
            Safe safe,
            ReceiverSettings settings,
            Transactions transactions,
            Audit audit,
            Clock clock) {
        this.receivers = receivers;
        this.safe = safe;
        this.settings = settings;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of a change. */
    public sealed interface Result {
        /**
         * It is as wanted.
         *
         * @param made secrets that were made by us, and are told this once
         */
        record Saved(Receiver receiver, boolean created, Map<String, String> made) implements Result {
            @Override
            public String toString() {
                return "saved";
            }
        }

        /** Somebody else changed it: this is how often. 0 where there is none. */
        record Changed(long revision) implements Result {}

        /** The tenant has as many as it may have. */
        record TooMany(int most) implements Result {}

        /** Without this secret nothing can be sent. */
        record Missing(String secret) implements Result {}

        /** There is no key to seal secrets with, or the one they are sealed with is gone. */
        record NoKey() implements Result {}
    }

    public Optional<Receiver> find(String tenant, String id) {
        return receivers.find(tenant, id).map(Kept::receiver);
    }

    public List<Receiver> list(String tenant, String after, int most) {
        return receivers.list(tenant, after, most);
    }

    /** Makes or changes a receiver; {@code seen} is the revision that the caller knows, 0 for none. */
    public Result put(String tenant, String id, long seen, Draft draft, String actor) {
        if (!safe.ready()) {
            return new Result.NoKey();
        }
        return transactions.run(() -> {
            Optional<Kept> before = receivers.lock(tenant, id);
            long revision = before.map(kept -> kept.receiver().revision()).orElse(0L);
            if (revision != seen) {
                return new Result.Changed(revision);
            }
            if (before.isEmpty() && receivers.count(tenant) >= settings.perTenant()) {
                return new Result.TooMany(settings.perTenant());
            }
            return save(tenant, id, before, draft, actor);
        });
    }

    /** Deletes a receiver for good; the revision that is there where another was seen, empty where it is done. */
    public Optional<Long> delete(String tenant, String id, long seen, String actor) {
        return transactions.run(() -> {
            Optional<Receiver> before = receivers.lock(tenant, id).map(Kept::receiver);
            long revision = before.map(Receiver::revision).orElse(0L);
            if (before.isEmpty() || revision != seen) {
                return Optional.of(revision);
            }
            receivers.delete(tenant, id);
            audit.note(tenant, actor, THING, id, "deleted", json(before), null);
            return Optional.empty();
        });
    }

    private Result save(String tenant, String id, Optional<Kept> before, Draft draft, String actor) {
        Optional<Secrets> old = before.isEmpty() ? Optional.of(new Secrets(Map.of())) : safe.open(before.get());
        if (old.isEmpty()) {
            return new Result.NoKey();
        }
        Kind kind = draft.settings().kind();
        Map<String, String> secrets = new HashMap<>(old.get().values());
        before.ifPresent(
                kept -> secrets.keySet().removeAll(Keeping.lost(kept.receiver().settings(), draft.settings())));
        draft.secrets()
                .forEach((name, value) ->
                        value.ifPresentOrElse(given -> secrets.put(name, given), () -> secrets.remove(name)));
        Map<String, String> made = Keeping.made(kind, secrets);
        secrets.putAll(made);
        Optional<String> missing = kind.required().stream()
                .filter(name -> !secrets.containsKey(name))
                .findFirst();
        if (missing.isPresent()) {
            return new Result.Missing(missing.get());
        }
        Receiver receiver = new Receiver(
                tenant,
                id,
                draft.settings(),
                draft.language(),
                draft.texts(),
                draft.limit(),
                secrets.keySet(),
                before.map(kept -> kept.receiver().revision()).orElse(0L) + 1,
                now());
        if (!receivers.save(new Kept(receiver, safe.seal(tenant, id, new Secrets(secrets))))) {
            return new Result.Changed(1);
        }
        Optional<Receiver> was = before.map(Kept::receiver);
        audit.note(
                tenant,
                actor,
                THING,
                id,
                was.isEmpty() ? "created" : "changed",
                json(was),
                json(Optional.of(receiver)));
        return new Result.Saved(receiver, was.isEmpty(), made);
    }

    private static String json(Optional<Receiver> receiver) {
        return receiver.map(shown -> ReceiverWriter.write(shown).toString()).orElse(null);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
