package io.deskpulse.survey.offer;

import io.deskpulse.survey.definition.Policy;
import io.deskpulse.survey.episode.Episode;
import io.deskpulse.survey.policy.Contact;
import io.deskpulse.survey.policy.Past;
import io.deskpulse.survey.policy.RulesOfTenants;
import io.deskpulse.survey.policy.Sentence;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Finds out what was before: one question to the database after the other, and none that nothing depends on. Thread-safe. */
@ApplicationScoped
class Pasts {
    private static final Past.Hindrance NOBODY = new Past.Hindrance(
            "no-customer",
            new Sentence("Nobody knows which customer it is: there is nowhere to send it.", "客户未知，无处发送。"));

    private final PastOffers offers;
    private final RulesOfTenants rules;
    private final Reach reach;

    Pasts(PastOffers offers, RulesOfTenants rules, Reach reach) {
        this.offers = offers;
        this.rules = rules;
        this.reach = reach;
    }

    Uni<Past> of(Case found, Optional<Episode> episode, boolean toDecide) {
        Uni<Void> alone = toDecide
                ? offers.lockPerson(found.tenant(), found.context().customer())
                : Uni.createFrom().voidItem();
        return alone.chain(() -> earlier(found, episode))
                .chain(earlier -> hindrance(found).chain(hindrance -> rest(found)
                        .chain(rest -> contacts(found, rest).chain(contacts -> taken(found)
                                .map(taken -> new Past(earlier, hindrance, contacts, rest, taken))))));
    }

    private Uni<Past.Earlier> earlier(Case found, Optional<Episode> episode) {
        if (found.ask() == Policy.Ask.CLOSE && episode.isPresent()) {
            return offers.aboutEpisode(episode.get());
        }
        String conversation = found.context().conversation();
        return conversation == null
                ? Uni.createFrom().item(Past.Earlier.NOTHING)
                : offers.inConversation(found.tenant(), found.situation().survey(), conversation, episode);
    }

    private Uni<Optional<Past.Hindrance>> hindrance(Case found) {
        String customer = found.context().customer();
        if (customer != null) {
            return reach.obstacle(found.tenant(), customer, found.means()).map(met -> met.map(Pasts::hindrance));
        }
        boolean sent = found.means() == Means.EMAIL || found.means() == Means.SMS;
        return Uni.createFrom().item(sent ? Optional.of(NOBODY) : Optional.empty());
    }

    private static Past.Hindrance hindrance(Obstacle obstacle) {
        return new Past.Hindrance(obstacle.code(), new Sentence(obstacle.english(), obstacle.chinese()));
    }

    private Uni<Duration> rest(Case found) {
        return rules.of(found.tenant()).map(set -> set.again());
    }

    /** Only as far back as anything depends on it. */
    private Uni<List<Contact>> contacts(Case found, Duration rest) {
        Policy policy = policy(found);
        Duration longest = policy.again().orElse(Duration.ZERO);
        if (!policy.exempt() && rest.compareTo(longest) > 0) {
            longest = rest;
        }
        return longest.isZero() || found.context().customer() == null
                ? Uni.createFrom().item(List.of())
                : offers.contacts(
                        found.tenant(),
                        found.context().customer(),
                        found.situation().now().minus(longest));
    }

    private Uni<Integer> taken(Case found) {
        return found.version().orElseThrow().definition().terms().quota().isEmpty()
                ? Uni.createFrom().item(0)
                : offers.taken(found.situation().survey());
    }

    private static Policy policy(Case found) {
        return found.version().orElseThrow().definition().terms().policy();
    }
}
