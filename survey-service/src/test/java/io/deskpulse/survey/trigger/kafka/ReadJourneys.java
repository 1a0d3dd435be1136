package io.deskpulse.survey.trigger.kafka;

import io.deskpulse.contracts.journey.Journey;
import io.deskpulse.survey.Journeys;
import io.deskpulse.survey.episode.Episode;
import java.util.List;
import java.util.stream.Stream;

/** Journeys as the service reads them, for tests. */
public final class ReadJourneys {
    private ReadJourneys() {}

    public static List<Episode> of(Journey... journeys) {
        return Stream.of(journeys)
                .map(journey -> JourneyReader.read(Journeys.json(journey)).orElseThrow())
                .toList();
    }
}
