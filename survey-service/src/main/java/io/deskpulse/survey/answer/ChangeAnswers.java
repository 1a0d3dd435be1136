package io.deskpulse.survey.answer;

import io.deskpulse.kit.postgres.StoreUnavailable;
import io.deskpulse.survey.definition.Answer;
import io.deskpulse.survey.definition.InvalidAnswer;
import io.deskpulse.survey.definition.PublishedVersion;
import io.deskpulse.survey.definition.PublishedVersions;
import io.deskpulse.survey.definition.Question;
import io.deskpulse.survey.offer.Offer;
import io.deskpulse.survey.offer.OfferAccess;
import io.deskpulse.survey.outbox.Message;
import io.deskpulse.survey.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Puts answers in place of what was there, one by one. An offer is read, what changes is worked out, and that is written only if
 * nobody has changed the offer meanwhile, else all of it is done again: of many who change it at once one succeeds each time. Thread-safe.
 */
@ApplicationScoped
class ChangeAnswers {
    /** Far more than clients of one offer; whoever still had no luck is told to come back. */
    private static final int MOST_ATTEMPTS = 200;

    private final Sheets sheets;
    private final PublishedVersions versions;
    private final AnswerMasking masking;
    private final Outbox outbox;
    private final AnswerMeters meters;
    private final Clock clock;

    ChangeAnswers(
            Sheets sheets,
            PublishedVersions versions,
            AnswerMasking masking,
            Outbox outbox,
            AnswerMeters meters,
            Clock clock) {
        this.sheets = sheets;
        this.versions = versions;
        this.masking = masking;
        this.outbox = outbox;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * An answer, or none, for a question.
     *
     * @param answer as it was sent
     * @param masked as it may be stored
     * @param trace what its events follow from, or null
     */
    private record Wanted(
            OfferAccess access,
            String question,
            Optional<Answer> answer,
            Optional<Answer> masked,
            Instant now,
            String trace) {}

    Uni<Taken> put(OfferAccess access, String question, Optional<Answer> answer) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<Answer> masked = answer.map(sent -> masking.mask(access.tenant(), sent));
        return attempt(new Wanted(access, question, answer, masked, now, outbox.trace()), MOST_ATTEMPTS)
                .invoke(meters::count);
    }

    private Uni<Taken> attempt(Wanted wanted, int left) {
        if (left == 0) {
            return Uni.createFrom().failure(() -> new StoreUnavailable("the offer is changed all the time", null));
        }
        return sheets.read(wanted.access().offer()).chain(found -> {
            Optional<Sheets.Sheet> open = found.filter(sheet -> opens(wanted.access(), sheet.offer()));
            return open.isEmpty() ? Uni.createFrom().item(new Taken.UnknownOffer()) : attempt(wanted, left, open.get());
        });
    }

    private Uni<Taken> attempt(Wanted wanted, int left, Sheets.Sheet seen) {
        Offer offer = seen.offer();
        return versions.read(offer.tenant(), offer.survey(), offer.version()).chain(version -> {
            AnswerSheet sheet = new AnswerSheet(offer.id(), version.definition(), seen.given());
            Optional<Taken> unchanged = unchanged(wanted, offer, version, sheet);
            return unchanged.isPresent()
                    ? Uni.createFrom().item(unchanged.get())
                    : write(wanted, left, seen, sheet.put(wanted.question(), wanted.masked(), wanted.now()));
        });
    }

    private Uni<Taken> write(Wanted wanted, int left, Sheets.Sheet seen, List<AnswerSheet.Changed> changes) {
        List<Message> messages = Outbox.following(
                wanted.trace(),
                changes.stream()
                        .flatMap(change -> AnswerEvents.of(seen.offer(), change).stream())
                        .toList());
        List<GivenAnswer> answers =
                changes.stream().map(AnswerSheet.Changed::after).toList();
        return sheets.write(seen, answers, messages).chain(written -> {
            if (!written) {
                return attempt(wanted, left - 1);
            }
            outbox.written(messages.size());
            return Uni.createFrom().item(new Taken.Kept(true));
        });
    }

    /** What becomes of an answer that changes nothing; empty where it does. */
    private static Optional<Taken> unchanged(Wanted wanted, Offer offer, PublishedVersion version, AnswerSheet sheet) {
        Optional<Question> question = version.definition().question(wanted.question());
        if (question.isEmpty()) {
            return Optional.of(new Taken.UnknownQuestion());
        }
        Optional<InvalidAnswer> fault = wanted.answer().flatMap(question.get()::fault);
        if (fault.isPresent()) {
            return Optional.of(new Taken.Invalid(fault.get()));
        }
        if (sheet.answer(wanted.question()).equals(wanted.masked())) {
            return Optional.of(new Taken.Kept(false));
        }
        if (offer.finished() || offer.expired(wanted.now())) {
            return Optional.of(offer.finished() ? new Taken.Finished() : new Taken.Expired());
        }
        return sheet.shows(wanted.question()) ? Optional.empty() : Optional.of(new Taken.Hidden());
    }

    private static boolean opens(OfferAccess access, Offer offer) {
        return offer.tenant().equals(access.tenant()) && offer.opensWith(access.token());
    }
}
