package io.deskpulse.survey.answer;

import io.deskpulse.survey.offer.Offer;
import io.deskpulse.survey.outbox.Message;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Offers with their answers, read and changed without holding a lock in between: a change is made only if nothing has changed since
 * it was read. Each call is a transaction of its own. Fails with {@link io.deskpulse.kit.postgres.StoreUnavailable} where the
 * store cannot be reached; a change may have been made then.
 */
public interface Sheets {
    /**
     * An offer as it was read.
     *
     * @param changes counts the changes of its answers
     * @param given its answers
     */
    record Sheet(Offer offer, int changes, List<GivenAnswer> given) {}

    /** The offer, whoever asks; empty where there is none. */
    Uni<Optional<Sheet>> read(UUID offer);

    /**
     * Writes answers of an offer that is not finished, and what is to be told of them, for good.
     *
     * @return false where the offer has changed since it was read, or was finished: nothing is written then
     */
    Uni<Boolean> write(Sheet seen, List<GivenAnswer> answers, List<Message> messages);
}
