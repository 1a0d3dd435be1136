package io.deskpulse.alerting.receiver.pace;

import io.deskpulse.alerting.receiver.Channel;
import io.deskpulse.alerting.receiver.Delivery;
import io.deskpulse.alerting.receiver.Kind;
import io.deskpulse.alerting.receiver.Limit;
import io.deskpulse.alerting.receiver.Receiver;
import io.deskpulse.alerting.receiver.Sender.Outcome;
import io.deskpulse.alerting.receiver.text.Room;
import io.deskpulse.alerting.receiver.text.WriteTexts;
import io.deskpulse.alerting.receiver.text.Written;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells people, as fast as their room takes it. What comes faster is put off ({@code paced}); the next that may be sent takes along all that
 * waits, as one digest, and each of those is answered {@code Sent} when it comes again. So whoever asked still asks for each until it is
 * told, and nothing rests on this table alone. Thread-safe.
 */
@ApplicationScoped
class PacedRooms implements Channel {
    private static final Duration LEAST = Duration.ofMillis(100);

    private final Instance<Room> rooms;
    private final WriteTexts texts;
    private final Paces paces;
    private final MeterRegistry registry;

    PacedRooms(Instance<Room> rooms, WriteTexts texts, Paces paces, MeterRegistry registry) {
        this.rooms = rooms;
        this.texts = texts;
        this.paces = paces;
        this.registry = registry;
    }

    @Override
    public boolean takes(Kind kind) {
        return kind.readByPeople();
    }

    @Override
    public Outcome send(Delivery delivery) {
        Receiver receiver = delivery.receiver();
        Room room = room(receiver.kind());
        List<Limit> limits = new ArrayList<>(room.limits());
        receiver.limit().ifPresent(limits::add);
        if (delivery.test() || limits.isEmpty()) {
            return room.send(delivery, texts.write(delivery, room.medium(), room::fits));
        }
        Waiting waiting = new Waiting(
                delivery.notification().groupKey(),
                delivery.notification().id(),
                texts.title(delivery),
                delivery.notification().firing());
        Turn turn = paces.ask(receiver, limits, waiting, delivery.at());
        if (turn instanceof Turn.Told) {
            return new Outcome.Sent();
        }
        if (turn instanceof Turn.Wait wait) {
            return new Outcome.Retry("paced", Optional.of(wait.pause().compareTo(LEAST) < 0 ? LEAST : wait.pause()));
        }
        return go(delivery, room, waiting, ((Turn.Go) turn).others());
    }

    private Outcome go(Delivery delivery, Room room, Waiting mine, List<Waiting> others) {
        List<Waiting> all = new ArrayList<>(others);
        all.add(mine);
        Written text = others.isEmpty()
                ? texts.write(delivery, room.medium(), room::fits)
                : Digest.write(all, delivery.receiver().language(), room);
        Outcome outcome = room.send(delivery, text);
        if (outcome instanceof Outcome.Sent) {
            paces.told(delivery.receiver(), all, delivery.at());
            if (!others.isEmpty()) {
                registry.counter(
                                "deskpulse.alerting.receiver.digests",
                                "kind",
                                room.kind().wire())
                        .increment();
            }
        } else {
            paces.failed(delivery.receiver(), all, pause(outcome), delivery.at());
        }
        return outcome;
    }

    private static Duration pause(Outcome outcome) {
        return outcome instanceof Outcome.Retry retry ? retry.after().orElse(Duration.ZERO) : Duration.ZERO;
    }

    private Room room(Kind kind) {
        return rooms.stream().filter(room -> room.kind() == kind).findFirst().orElseThrow();
    }
}
