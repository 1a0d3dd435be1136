package io.deskpulse.contracts.event.reading;

import io.deskpulse.contracts.event.Event;
import io.deskpulse.contracts.event.EventData;
import io.deskpulse.contracts.event.EventType;
import io.deskpulse.contracts.event.reading.Reading.Fault;
import io.deskpulse.contracts.event.reading.Reading.Read;

/** What is known of an event while it is being read. For one reading by one thread. */
final class Envelope {
    final byte[] buffer;
    final int offset;
    final String tenant;
    final long nowMillis;
    Attributes attributes = new Attributes();
    EventType type;
    EventData data;
    int dataOffset;
    int dataLength;
    private long timeMillis;

    Envelope(byte[] buffer, int offset, String tenant, long nowMillis) {
        this.buffer = buffer;
        this.offset = offset;
        this.tenant = tenant;
        this.nowMillis = nowMillis;
    }

    Fault readTime() {
        String time = attributes.get(Attribute.TIME);
        if (time == null) {
            return Faults.missing(Attribute.TIME.pointer());
        }
        timeMillis = Rfc3339.parse(time);
        return AttributeRules.checkTime(timeMillis, nowMillis);
    }

    /** Keeps data that was read, or gives back the fault it turned out to be. */
    Fault take(Object dataOrFault) {
        if (dataOrFault instanceof Fault fault) {
            return fault;
        }
        data = (EventData) dataOrFault;
        return null;
    }

    Read read() {
        Event event = new Event(
                tenant,
                attributes.get(Attribute.SOURCE),
                attributes.get(Attribute.ID),
                type,
                attributes.get(Attribute.SUBJECT),
                timeMillis,
                data);
        return new Read(event, dataOffset, dataLength);
    }
}
