package io.deskpulse.survey.offer;

import io.deskpulse.survey.episode.Episode;
import io.deskpulse.survey.policy.Contact;
import io.deskpulse.survey.policy.Past;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was offered before. Every call belongs to the current transaction. */
public interface PastOffers {
    /** Waits until nobody else decides about this conversation, and keeps others waiting until the transaction ends. */
    Uni<Void> lockConversation(String tenant, String conversation);

    /** The same for a person, which may be null; to be called after {@link #lockConversation}, so that no two wait for each other. */
    Uni<Void> lockPerson(String tenant, String customer);

    /** What a person was offered that had not expired at this time. */
    Uni<List<Contact>> contacts(String tenant, String customer, Instant notExpiredAt);

    /** What was offered in a conversation by this survey. */
    Uni<Past.Earlier> inConversation(String tenant, UUID survey, String conversation, Optional<Episode> episode);

    /** What was offered about an episode by any survey. */
    Uni<Past.Earlier> aboutEpisode(Episode episode);

    /** How many places of a survey's quota are taken. */
    Uni<Integer> taken(UUID survey);

    /** Writes what journeys tell into the offers of their conversations, made at or after the start of the episode. */
    Uni<Void> complete(Collection<Episode> episodes);

    /** Deletes some offers made before, with their answers, that can no longer be answered; says how many. */
    Uni<Integer> forget(Instant madeBefore, Instant now, int most);
}
