package io.deskpulse.ingest.intake;

import io.deskpulse.contracts.event.ConversationMessage;
import io.deskpulse.contracts.event.EventType;
import io.deskpulse.contracts.event.reading.EventReader;
import io.deskpulse.contracts.event.reading.Reading;
import io.deskpulse.contracts.event.reading.Reading.Fault;
import io.deskpulse.contracts.event.reading.Reading.Read;
import io.deskpulse.contracts.masking.Masked;
import io.deskpulse.contracts.masking.MaskedKind;
import io.deskpulse.contracts.masking.Masker;
import io.deskpulse.ingest.masking.MaskingPolicy;
import io.deskpulse.ingest.masking.MessageMasking;
import io.deskpulse.ingest.publishing.EventLog.Entry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads, checks and masks the events of a submission. Thread-safe. */
@ApplicationScoped
public class Inspector {
    /** All but those that only the survey service sends, which writes them to the log itself. */
    private static final Set<EventType> FROM_CLIENTS = EnumSet.complementOf(EnumSet.of(
            EventType.SURVEY_OFFERED, EventType.SURVEY_SHOWN, EventType.SURVEY_ANSWERED, EventType.SURVEY_FINISHED));

    private final EventReader reader = EventReader.forClients(FROM_CLIENTS);
    private final MaskingPolicy policy;

    Inspector(MaskingPolicy policy) {
        this.policy = policy;
    }

    Inspection inspect(Submission submission) {
        boolean masks = policy.masks(submission.tenant());
        Reading[] readings = read(submission);
        int size = readings.length;
        List<Entry> entries = new ArrayList<>(size);
        List<MaskedKind> masked = new ArrayList<>();
        Fault[] faults = null;
        for (int i = 0; i < size; i++) {
            if (readings[i] instanceof Read read) {
                byte[] data = masks ? maskedData(submission.body(), read, masked) : null;
                entries.add(new Entry(read.event(), data == null ? dataOf(submission.body(), read) : data));
            } else {
                faults = faults == null ? new Fault[size] : faults;
                faults[i] = (Fault) readings[i];
            }
        }
        return new Inspection(entries, faults == null ? null : Arrays.asList(faults), masked);
    }

    private Reading[] read(Submission submission) {
        byte[] body = submission.body();
        String tenant = submission.tenant();
        long now = submission.receivedMillis();
        return submission.attributes() == null
                ? reader.readAll(body, submission.slices(), tenant, now)
                : new Reading[] {reader.readBinary(submission.attributes(), body, 0, body.length, tenant, now)};
    }

    private static byte[] dataOf(byte[] body, Read read) {
        return Arrays.copyOfRange(body, read.dataOffset(), read.dataOffset() + read.dataLength());
    }

    /** The data with masks in its text, or null where there is nothing to mask. */
    private static byte[] maskedData(byte[] body, Read read, List<MaskedKind> kinds) {
        if (!(read.event().data() instanceof ConversationMessage message) || message.text() == null) {
            return null;
        }
        Masked masked = Masker.mask(message.text());
        if (masked == null) {
            return null;
        }
        kinds.addAll(masked.kinds());
        return MessageMasking.withText(body, read.dataOffset(), read.dataLength(), masked.text());
    }
}
