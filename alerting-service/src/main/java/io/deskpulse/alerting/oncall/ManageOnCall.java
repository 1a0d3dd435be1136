package io.deskpulse.alerting.oncall;

import io.deskpulse.alerting.audit.Audit;
import io.deskpulse.alerting.oncall.Documents.Document;
import io.deskpulse.alerting.oncall.Documents.Kind;
import io.deskpulse.alerting.oncall.document.PolicyReader;
import io.deskpulse.kit.listing.TimeOrderedId;
import io.deskpulse.kit.postgres.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Changes schedules, policies and who stands in, and notes who did. Documents were read before. Calls block. Thread-safe. */
@ApplicationScoped
public class ManageOnCall {
    private static final int MOST = 1000;

    private final Documents documents;
    private final Substitutions substitutions;
    private final PolicyUse policyUse;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    ManageOnCall(
            Documents documents,
            Substitutions substitutions,
            PolicyUse policyUse,
            Transactions transactions,
            Audit audit,
            Clock clock) {
        this.documents = documents;
        this.substitutions = substitutions;
        this.policyUse = policyUse;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of a change. */
    public sealed interface Result {
        record Done(Document document) implements Result {}

        record Unknown() implements Result {}

        /** Somebody else has changed it: this is its revision, 0 where there is none. */
        record Changed(long revision) implements Result {}

        /** Something needs it. */
        record InUse(String by) implements Result {}
    }

    public Optional<Document> find(String tenant, Kind kind, String id) {
        return documents.find(tenant, kind, id);
    }

    public List<Document> list(String tenant, Kind kind, String after, int most) {
        return documents.list(tenant, kind, after, most);
    }

    /** Makes or changes one; {@code seen} is the revision that the caller knows, 0 for none. */
    public Result put(String tenant, Kind kind, String id, long seen, String json, String actor) {
        return transactions.run(() -> {
            Optional<Document> before = documents.find(tenant, kind, id);
            if (!documents.save(tenant, kind, id, seen, json)) {
                return new Result.Changed(before.map(Document::revision).orElse(0L));
            }
            note(tenant, actor, kind, id, seen == 0 ? "created" : "changed", before.map(Document::json), json);
            return new Result.Done(new Document(id, seen + 1, json));
        });
    }

    /** Deletes one that nothing needs. */
    public Result delete(String tenant, Kind kind, String id, long seen, String actor) {
        return transactions.run(() -> {
            Optional<Document> before = documents.find(tenant, kind, id);
            if (before.isEmpty()) {
                return new Result.Unknown();
            }
            Optional<String> user = user(tenant, kind, id);
            if (user.isPresent()) {
                return new Result.InUse(user.get());
            }
            if (!documents.delete(tenant, kind, id, seen)) {
                return new Result.Changed(before.get().revision());
            }
            note(tenant, actor, kind, id, "deleted", before.map(Document::json), null);
            return new Result.Done(before.get());
        });
    }

    /** Who stands in or stood in, the newest first. */
    public List<Substitution> substitutions(String tenant, String schedule, Optional<UUID> before, int most) {
        return substitutions.list(tenant, schedule, before, most);
    }

    /** Has somebody stand in. */
    public Substitution substitute(
            String tenant, String schedule, String receiver, Instant from, Instant to, String actor) {
        Substitution made = new Substitution(TimeOrderedId.at(clock.instant()), receiver, from, to, actor);
        transactions.run(() -> {
            substitutions.add(tenant, schedule, made);
            audit.note(tenant, actor, "schedule", schedule, "override-added", null, null);
        });
        return made;
    }

    /** Whether somebody stood in; not any more. */
    public boolean endSubstitution(String tenant, String schedule, UUID id, String actor) {
        return transactions.run(() -> {
            boolean there = substitutions.remove(tenant, schedule, id);
            if (there) {
                audit.note(tenant, actor, "schedule", schedule, "override-removed", null, null);
            }
            return there;
        });
    }

    private Optional<String> user(String tenant, Kind kind, String id) {
        if (kind == Kind.POLICY) {
            return policyUse.used(tenant, id) ? Optional.of("the routing") : Optional.empty();
        }
        return documents.list(tenant, Kind.POLICY, "", MOST).stream()
                .filter(policy -> names(tenant, policy, id))
                .map(policy -> "the policy " + policy.id())
                .findFirst();
    }

    private static boolean names(String tenant, Document policy, String schedule) {
        byte[] json = policy.json().getBytes(StandardCharsets.UTF_8);
        return PolicyReader.read(tenant, policy.id(), policy.revision(), json, Known.ANYTHING).steps().stream()
                .anyMatch(step -> step.contacts().contains(new Policy.Contact.BySchedule(schedule)));
    }

    private void note(
            String tenant, String actor, Kind kind, String id, String action, Optional<String> before, String after) {
        audit.note(tenant, actor, kind.word(), id, action, before.orElse(null), after);
    }
}
