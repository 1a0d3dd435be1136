package io.deskpulse.alerting.oncall.document;

import io.deskpulse.alerting.oncall.Known;
import io.deskpulse.alerting.oncall.Layer;
import io.deskpulse.alerting.oncall.Rotation;
import io.deskpulse.alerting.oncall.Schedule;
import io.deskpulse.alerting.timing.TimeIntervalReader;
import io.deskpulse.kit.json.InvalidMember;
import io.deskpulse.kit.json.Members;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a schedule. What is wrong is an InvalidMember that points to it. Stateless. */
public final class ScheduleReader {
    private static final int MOST_LAYERS = 20;
    private static final int MOST_PEOPLE = 100;
    private static final int MOST_LENGTH = 1000;
    private static final Map<String, ChronoUnit> UNITS =
            Map.of("hours", ChronoUnit.HOURS, "days", ChronoUnit.DAYS, "weeks", ChronoUnit.WEEKS);

    private ScheduleReader() {}

    public static Schedule read(String tenant, String id, long revision, byte[] body, Known known) {
        // An answer of ours can be sent back as it is.
        Members members = Members.of(body).only(Set.of("id", "zone", "layers", "revision"));
        ZoneId zone = members.required("zone", TimeIntervalReader.zone(members, "zone"));
        List<Layer> layers = members.objects("layers", layer -> layer(layer, zone, known));
        if (layers.isEmpty() || layers.size() > MOST_LAYERS) {
            throw new InvalidMember(members.at("layers"), "Give 1 to " + MOST_LAYERS + " layers.");
        }
        return new Schedule(tenant, id, revision, layers);
    }

    private static Layer layer(Members layer, ZoneId zone, Known known) {
        layer.only(Set.of("name", "start", "turn", "participants", "restrictions"));
        List<String> people = layer.texts("participants");
        if (people.isEmpty() || people.size() > MOST_PEOPLE) {
            throw new InvalidMember(
                    layer.at("participants"), "Name 1 to " + MOST_PEOPLE + " receivers in the order of their turns.");
        }
        for (int i = 0; i < people.size(); i++) {
            known.requireReceiver(people.get(i), layer.at("participants") + "/" + i);
        }
        Members turn = layer.requiredObject("turn").only(Set.of("length", "unit"));
        int length = turn.integer("length").orElse(1);
        if (length < 1 || length > MOST_LENGTH) {
            throw new InvalidMember(turn.at("length"), "Send 1 to " + MOST_LENGTH + ".");
        }
        LocalDateTime start = layer.required(
                "start",
                layer.parsed(
                        "start",
                        LocalDateTime::parse,
                        "Send a date and a time of day in the schedule's zone, such as 2026-03-02T09:00."));
        return new Layer(
                layer.requiredText("name"),
                new Rotation(start, length, turn.required("unit", turn.oneOf("unit", UNITS)), zone, people),
                layer.has("restrictions")
                        ? Optional.of(TimeIntervalReader.read(layer, "restrictions", zone))
                        : Optional.empty());
    }
}
