package io.deskpulse.survey.answer;

import io.deskpulse.survey.definition.Answer;
import io.deskpulse.survey.definition.PublishedVersion;
import io.deskpulse.survey.definition.PublishedVersions;
import io.deskpulse.survey.incentive.Incentives;
import io.deskpulse.survey.offer.Offer;
import io.deskpulse.survey.offer.OfferAccess;
import io.deskpulse.survey.offer.OfferEvents;
import io.deskpulse.survey.offer.OpenOffers;
import io.deskpulse.survey.outbox.Message;
import io.deskpulse.survey.outbox.Outbox;
import io.deskpulse.survey.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes answers one by one until the offer is finished; the same answer sent many times at once changes something once. Whoever
 * finishes locks the offer, so that its last answers are those that were looked at. Thread-safe.
 */
@ApplicationScoped
public class TakeAnswers {
    private final OpenOffers offers;
    private final PublishedVersions versions;
    private final Answers answers;
    private final Incentives incentives;
    private final Outbox outbox;
    private final Transactions transactions;
    private final ChangeAnswers changes;
    private final Clock clock;

    TakeAnswers(
            OpenOffers offers,
            PublishedVersions versions,
            Answers answers,
            Incentives incentives,
            Outbox outbox,
            Transactions transactions,
            ChangeAnswers changes,
            Clock clock) {
        this.offers = offers;
        this.versions = versions;
        this.answers = answers;
        this.incentives = incentives;
        this.outbox = outbox;
        this.transactions = transactions;
        this.changes = changes;
        this.clock = clock;
    }

    /** Answers a question, or changes the answer. */
    public Uni<Taken> answer(OfferAccess access, String question, Answer answer) {
        return changes.put(access, question, Optional.of(answer));
    }

    /** Takes an answer back, as though it had never been given. */
    public Uni<Taken> withdraw(OfferAccess access, String question) {
        return changes.put(access, question, Optional.empty());
    }

    /** The answers of an offer that stand, by question; writes nothing. */
    public Uni<Map<String, Answer>> standing(Offer offer) {
        return transactions.run(() -> answers.of(offer.id())).map(AnswerSheet::standing);
    }

    /** Ends an offer that has all the answers it needs; once it has ended, ending it again changes nothing. */
    public Uni<Taken> finish(OfferAccess access) {
        return outbox.changeAndTell(messages -> offers.open(access).chain(found -> {
            if (found.isEmpty()) {
                return taken(new Taken.UnknownOffer());
            }
            Offer offer = found.get();
            return sheet(offer).chain(sheet -> finish(offer, sheet, messages));
        }));
    }

    private record OpenSheet(PublishedVersion version, AnswerSheet answers) {}

    private Uni<OpenSheet> sheet(Offer offer) {
        return versions.get(offer.tenant(), offer.survey(), offer.version()).chain(version -> answers.of(offer.id())
                .map(given -> new OpenSheet(version, new AnswerSheet(offer.id(), version.definition(), given))));
    }

    private Uni<Taken> finish(Offer offer, OpenSheet sheet, List<Message> messages) {
        Instant now = now();
        boolean rewarded = sheet.version().definition().incentive() != null;
        if (offer.finished()) {
            return ended(rewarded, () -> incentives.given(offer.id()));
        }
        if (offer.expired(now)) {
            return taken(new Taken.Expired());
        }
        List<String> missing = sheet.answers().missing();
        if (!missing.isEmpty()) {
            return taken(new Taken.Missing(missing));
        }
        Offer finished = offer.finished(now);
        messages.add(OfferEvents.finished(finished));
        return offers.finish(finished)
                .chain(() -> ended(rewarded, () -> incentives.give(offer.survey(), offer.id(), now)));
    }

    private static Uni<Taken> ended(boolean rewarded, Supplier<Uni<Optional<String>>> code) {
        return rewarded ? code.get().map(Taken.Ended::new) : taken(new Taken.Ended(Optional.empty()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Uni<Taken> taken(Taken taken) {
        return Uni.createFrom().item(taken);
    }
}
