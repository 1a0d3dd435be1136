package io.deskpulse.ingest.intake;

import io.deskpulse.contracts.event.reading.Reading.Fault;
import io.deskpulse.contracts.masking.MaskedKind;
import io.deskpulse.ingest.publishing.EventLog.Entry;
import java.util.List;

/**
 * What was found in a submission.
 *
 * @param entries the events that follow the rules, as they are to be kept, in order
 * @param faults for each event in order its fault, or null; the whole list is null where there is no fault at all
 * @param masked what was masked, one for each place
 */
record Inspection(List<Entry> entries, List<Fault> faults, List<MaskedKind> masked) {
    int accepted() {
        return entries.size();
    }

    int rejected() {
        return faults == null ? 0 : faults.size() - entries.size();
    }

    Results results() {
        return new Results(accepted(), rejected(), faults);
    }
}
