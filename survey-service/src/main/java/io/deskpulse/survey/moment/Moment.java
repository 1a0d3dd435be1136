package io.deskpulse.survey.moment;

import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Optional;

/** When what a request tells of happened, where it says so. Used by one request. */
@RequestScoped
public class Moment {
    private Instant told;

    public Optional<Instant> told() {
        return Optional.ofNullable(told);
    }

    public void tell(Instant moment) {
        told = moment;
    }
}
