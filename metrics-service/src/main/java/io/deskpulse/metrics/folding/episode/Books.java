package io.deskpulse.metrics.folding.episode;

import io.deskpulse.contracts.journey.Journey;
import io.deskpulse.metrics.folding.Filing;
import io.deskpulse.metrics.folding.SubjectKey;
import java.util.function.Consumer;

/**
 * What a conversation needs to act: who it is, how long it may be idle, and where its facts go. Lives for one call.
 *
 * @param conversation who
 * @param idleTimes how long it may be silent
 * @param filing where facts go
 * @param journeys where closed episodes go
 */
record Books(SubjectKey conversation, IdleTimes idleTimes, Filing filing, Consumer<Journey> journeys) {
    /** Where facts of an episode with these attributes go: nowhere for test conversations. */
    Filing filingFor(Attributes attributes) {
        return attributes.test() ? NothingFiled.INSTANCE : filing;
    }

    /** Tells what has become of an episode, unless it is of a test conversation. */
    void publish(ClosedEpisode closed, Journey.Status status, boolean reopened) {
        if (!closed.attributes().test()) {
            journeys.accept(closed.journey(conversation, status, reopened));
        }
    }
}
