package io.deskpulse.metrics.folding.kinds;

import io.deskpulse.metrics.folding.Subjects;
import io.deskpulse.metrics.folding.episode.IdleTimes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gives the container its {@link Subjects}. */
@Singleton
final class SubjectsProducer {
    @Produces
    @Singleton
    Subjects subjects(IdleSettings settings) {
        return new SubjectsByKind(new IdleTimes(settings.otherwise(), settings.byChannel()));
    }
}
