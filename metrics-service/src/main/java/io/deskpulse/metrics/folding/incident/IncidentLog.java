package io.deskpulse.metrics.folding.incident;

import static io.deskpulse.metrics.folding.state.StateWriter.NEVER;

import io.deskpulse.catalogue.cell.Dimensions;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.contracts.event.Event;
import io.deskpulse.contracts.event.IncidentClosed;
import io.deskpulse.contracts.event.IncidentOpened;
import io.deskpulse.contracts.journey.Journey;
import io.deskpulse.metrics.folding.Filing;
import io.deskpulse.metrics.folding.Timeless;
import io.deskpulse.metrics.folding.incident.Incident.Minutes;
import io.deskpulse.metrics.folding.state.SeenEvents;
import io.deskpulse.metrics.folding.state.StateReader;
import io.deskpulse.metrics.folding.state.StateWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * All incidents of a tenant. A closing may arrive before its opening and waits for it; a second opening of an open
 * incident and a second closing of a closed one say nothing new; an id that is opened again after its close is another
 * incident. Mutable, used by one thread.
 */
public final class IncidentLog implements Timeless {
    private static final int VERSION = 1;
    private static final int USUAL_BYTES = 32;

    private final SeenEvents seen;
    private final Map<String, Incident> latest;
    /** Those whose id has been used again since. */
    private final List<Incident> earlier;

    /** No incidents. */
    public IncidentLog() {
        this(new SeenEvents(), new LinkedHashMap<>(), new ArrayList<>());
    }

    private IncidentLog(SeenEvents seen, Map<String, Incident> latest, List<Incident> earlier) {
        this.seen = seen;
        this.latest = latest;
        this.earlier = earlier;
    }

    /**
     * A log as {@link #encode} wrote it.
     *
     * @throws io.deskpulse.metrics.folding.state.CorruptStateException where it did not write these bytes
     */
    public static IncidentLog decode(byte[] state) {
        StateReader reader = new StateReader(state, VERSION);
        Map<String, Incident> latest = new LinkedHashMap<>();
        for (int left = reader.readCount(3); left > 0; left--) {
            latest.put(reader.readText(), Incident.read(reader));
        }
        List<Incident> earlier = new ArrayList<>();
        for (int left = reader.readCount(2); left > 0; left--) {
            earlier.add(Incident.read(reader));
        }
        IncidentLog decoded = new IncidentLog(SeenEvents.read(reader), latest, earlier);
        reader.end();
        return decoded;
    }

    @Override
    public boolean apply(Event event, Arrival arrival, Filing filing, Consumer<Journey> journeys) {
        if (!seen.add(event)) {
            return false;
        }
        if (event.data() instanceof IncidentOpened) {
            open(event.subject(), event.timeMillis(), filing);
        } else if (event.data() instanceof IncidentClosed) {
            close(event.subject(), event.timeMillis(), filing);
        }
        return true;
    }

    /**
     * How many minutes have an open incident.
     *
     * @param fromMillis begin of the range
     * @param toMillis end of the range, itself outside
     * @param nowMillis until when an incident counts that is still open
     * @return minutes of UTC that an open incident touches inside the range, each once
     */
    public long openMinutes(long fromMillis, long toMillis, long nowMillis) {
        List<Minutes> touched = new ArrayList<>();
        for (Incident incident : earlier) {
            addTo(touched, incident.minutes(fromMillis, toMillis, nowMillis));
        }
        for (Incident incident : latest.values()) {
            addTo(touched, incident.minutes(fromMillis, toMillis, nowMillis));
        }
        return countOnce(touched);
    }

    @Override
    public byte[] encode() {
        StateWriter writer = new StateWriter(USUAL_BYTES * (latest.size() + 1) + seen.bytes(), VERSION);
        writer.writeUnsigned(latest.size());
        latest.forEach((id, incident) -> {
            writer.writeText(id);
            incident.write(writer);
        });
        writer.writeUnsigned(earlier.size());
        earlier.forEach(incident -> incident.write(writer));
        seen.write(writer);
        return writer.toBytes();
    }

    private void open(String id, long timeMillis, Filing filing) {
        Incident last = latest.get(id);
        if (last != null && (last.isOpen() || last.isOver() && timeMillis < last.closedAt())) {
            return;
        }
        if (last != null && last.isOver()) {
            earlier.add(last);
            last = null;
        }
        Incident opened = new Incident(timeMillis, last == null ? NEVER : last.closedAt());
        latest.put(id, opened);
        filing.count(timeMillis, Dimensions.UNKNOWN, Measure.INCIDENTS, 1);
        fileDuration(opened, filing);
    }

    private void close(String id, long timeMillis, Filing filing) {
        Incident last = latest.get(id);
        if (last != null && last.closedAt() != NEVER) {
            return;
        }
        Incident closed = new Incident(last == null ? NEVER : last.openedAt(), timeMillis);
        latest.put(id, closed);
        fileDuration(closed, filing);
    }

    private static void fileDuration(Incident incident, Filing filing) {
        if (incident.isOver()) {
            filing.quantity(incident.closedAt(), Dimensions.UNKNOWN, Measure.INCIDENT_DURATION, incident.duration(), 1);
        }
    }

    private static void addTo(List<Minutes> touched, Minutes minutes) {
        if (minutes != null) {
            touched.add(minutes);
        }
    }

    private static long countOnce(List<Minutes> touched) {
        touched.sort(Comparator.comparingLong(Minutes::first));
        long count = 0;
        long counted = Long.MIN_VALUE;
        for (Minutes minutes : touched) {
            if (minutes.last() > counted) {
                count += minutes.last() - Math.max(minutes.first(), counted + 1) + 1;
                counted = minutes.last();
            }
        }
        return count;
    }
}
