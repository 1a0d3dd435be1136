package io.deskpulse.alerting.receiver.text;

import io.deskpulse.alerting.receiver.Delivery;
import io.deskpulse.alerting.receiver.Draft;
import io.deskpulse.alerting.receiver.Kind;
import io.deskpulse.alerting.receiver.Links;
import io.deskpulse.alerting.receiver.Receiver;
import io.deskpulse.alerting.receiver.Samples;
import io.deskpulse.alerting.receiver.Secrets;
import io.deskpulse.alerting.receiver.Texts;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tries a tenant's texts out before they are kept. Thread-safe. */
@Singleton
public class CheckTexts {
    private final Instance<Room> rooms;
    private final Links links;
    private final Clock clock;

    CheckTexts(Instance<Room> rooms, Links links, Clock clock) {
        this.rooms = rooms;
        this.links = links;
        this.clock = clock;
    }

    /** What is wrong with a title. */
    public Optional<String> title(Draft draft) {
        return draft.texts().title().flatMap(text -> fault(draft, text, Medium.PLAIN));
    }

    /** What is wrong with a body. */
    public Optional<String> body(Draft draft) {
        return draft.texts()
                .body()
                .flatMap(text -> fault(draft, text, medium(draft.settings().kind())));
    }

    private Medium medium(Kind kind) {
        return rooms.stream()
                .filter(room -> room.kind() == kind)
                .map(Room::medium)
                .findFirst()
                .orElse(Medium.PLAIN);
    }

    private Optional<String> fault(Draft draft, String text, Medium medium) {
        try {
            OwnTemplate template = OwnTemplate.parse(text, medium);
            template.render(Facts.of(delivery(draft, true), links, 1));
            template.render(Facts.of(delivery(draft, false), links, 1));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    private Delivery delivery(Draft draft, boolean firing) {
        Receiver receiver = new Receiver(
                "sample",
                "sample",
                draft.settings(),
                draft.language(),
                Texts.OURS,
                Optional.empty(),
                Set.of(),
                1,
                clock.instant());
        return new Delivery(
                receiver,
                new Secrets(Map.of()),
                Samples.notification("sample", "sample", firing, clock.instant()),
                clock.instant(),
                false);
    }
}
