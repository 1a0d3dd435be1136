package io.deskpulse.survey.delivery;

import io.deskpulse.survey.contact.Refusal;
import io.deskpulse.survey.contact.Refusals;
import io.deskpulse.survey.identity.Identities;
import io.deskpulse.survey.link.Tokens;
import io.deskpulse.survey.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Lets whoever got a message say that they want no more of them. Thread-safe. */
@ApplicationScoped
public class Unsubscribe {
    private final Tokens tokens;
    private final Deliveries deliveries;
    private final Refusals refusals;
    private final Transactions transactions;
    private final Identities identities;
    private final Clock clock;

    Unsubscribe(
            Tokens tokens,
            Deliveries deliveries,
            Refusals refusals,
            Transactions transactions,
            Identities identities,
            Clock clock) {
        this.tokens = tokens;
        this.deliveries = deliveries;
        this.refusals = refusals;
        this.transactions = transactions;
        this.identities = identities;
        this.clock = clock;
    }

    /** Whether the token is one that works; writes nothing. */
    public boolean possible(String token) {
        return tokens.read(Tokens.Purpose.UNSUBSCRIBE, token) instanceof Tokens.Genuine genuine
                && clock.instant().isBefore(genuine.expiresAt());
    }

    /** Notes that the person wants no more messages by these means; false where the token does not work. */
    public Uni<Boolean> now(String token) {
        if (!possible(token) || !(tokens.read(Tokens.Purpose.UNSUBSCRIBE, token) instanceof Tokens.Genuine genuine)) {
            return Uni.createFrom().item(false);
        }
        return transactions.run(() -> deliveries.find(genuine.id()).chain(this::note));
    }

    private Uni<Boolean> note(Optional<Delivery> found) {
        return found.map(delivery -> refusals.note(refusal(delivery)).replaceWith(true))
                .orElseGet(() -> Uni.createFrom().item(false));
    }

    private Refusal refusal(Delivery delivery) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Refusal(
                identities.next(),
                delivery.tenant(),
                delivery.means(),
                Refusal.Kind.UNSUBSCRIBED,
                delivery.customer(),
                delivery.print(),
                "link in a message",
                now);
    }
}
