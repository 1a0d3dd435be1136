package io.deskpulse.survey.answer;

import io.deskpulse.survey.definition.Answer;
import io.deskpulse.survey.definition.InvalidAnswer;
import io.deskpulse.survey.definition.PublishedVersion;
import io.deskpulse.survey.definition.PublishedVersions;
import io.deskpulse.survey.definition.Question;
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
 * Takes answers one by one until the offer is finished. The offer is locked meanwhile, so the same answer sent many times at
 * once changes something once. Thread-safe.
 */
@ApplicationScoped
public class TakeAnswers {
    private final OpenOffers offers;
    private final PublishedVersions versions;
    private final Answers answers;
    private final Incentives incentives;
    private final Outbox outbox;
    private final Transactions transactions;
    private final AnswerMeters meters;
    private final Clock clock;

    TakeAnswers(
            OpenOffers offers,
            PublishedVersions versions,
            Answers answers,
            Incentives incentives,
            Outbox outbox,
            Transactions transactions,
            AnswerMeters meters,
            Clock clock) {
        this.offers = offers;
        this.versions = versions;
        this.answers = answers;
        this.incentives = incentives;
        this.outbox = outbox;
        this.transactions = transactions;
        this.meters = meters;
        this.clock = clock;
    }

    /** Answers a question, or changes the answer. */
    public Uni<Taken> answer(OfferAccess access, String question, Answer answer) {
        return put(access, question, Optional.of(answer));
    }

    /** Takes an answer back, as though it had never been given. */
    public Uni<Taken> withdraw(OfferAccess access, String question) {
        return put(access, question, Optional.empty());
    }

    /** The answers of an offer that stand, by question; writes nothing. */
    public Uni<Map<String, Answer>> standing(Offer offer) {
        return transactions.run(() -> answers.of(offer.id())).map(AnswerSheet::standing);
    }

    /** Ends an offer that has all the answers it needs; once it has ended, ending it again changes nothing. */
    public Uni<Taken> finish(OfferAccess access) {
        return work(this::finish, access);
    }

    private Uni<Taken> put(OfferAccess access, String question, Optional<Answer> answer) {
        return work((offer, sheet, messages) -> put(offer, sheet, messages, question, answer), access)
                .invoke(meters::count);
    }

    private interface Work {
        Uni<Taken> on(Offer offer, OpenSheet sheet, List<Message> messages);
    }

    private record OpenSheet(PublishedVersion version, AnswerSheet answers) {}

    private Uni<Taken> work(Work work, OfferAccess access) {
        return outbox.changeAndTell(messages -> offers.open(access).chain(found -> {
            if (found.isEmpty()) {
                return taken(new Taken.UnknownOffer());
            }
            Offer offer = found.get();
            return sheet(offer).chain(sheet -> work.on(offer, sheet, messages));
        }));
    }

    private Uni<OpenSheet> sheet(Offer offer) {
        return versions.get(offer.tenant(), offer.survey(), offer.version()).chain(version -> answers.of(offer.id())
                .map(given -> new OpenSheet(version, new AnswerSheet(offer.id(), version.definition(), given))));
    }

    private Uni<Taken> put(Offer offer, OpenSheet sheet, List<Message> messages, String id, Optional<Answer> answer) {
        Instant now = now();
        Optional<Question> question = sheet.version().definition().question(id);
        if (question.isEmpty()) {
            return taken(new Taken.UnknownQuestion());
        }
        Optional<InvalidAnswer> fault = answer.flatMap(question.get()::fault);
        if (fault.isPresent()) {
            return taken(new Taken.Invalid(fault.get()));
        }
        if (sheet.answers().answer(id).equals(answer)) {
            return taken(new Taken.Kept(false));
        }
        if (offer.finished() || offer.expired(now)) {
            return taken(offer.finished() ? new Taken.Finished() : new Taken.Expired());
        }
        if (!sheet.answers().shows(id)) {
            return taken(new Taken.Hidden());
        }
        return save(sheet.answers().put(id, answer, now), offer, messages).replaceWith(new Taken.Kept(true));
    }

    /** One after the other: a session does one thing at a time. */
    private Uni<Void> save(List<AnswerSheet.Changed> changes, Offer offer, List<Message> messages) {
        Uni<Void> saved = Uni.createFrom().voidItem();
        for (AnswerSheet.Changed change : changes) {
            messages.addAll(AnswerEvents.of(offer, change));
            saved = saved.chain(() -> answers.save(change.after()));
        }
        return saved;
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
