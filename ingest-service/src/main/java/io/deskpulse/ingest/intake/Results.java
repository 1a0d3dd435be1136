package io.deskpulse.ingest.intake;

import io.deskpulse.contracts.event.reading.Reading.Fault;
import java.util.List;

/**
 * What became of each event of a request.
 *
 * @param accepted how many follow the rules
 * @param rejected how many do not
 * @param faults for each event in order its fault, or null; the whole list is null where there is no fault at all
 */
public record Results(int accepted, int rejected, List<Fault> faults) {}
