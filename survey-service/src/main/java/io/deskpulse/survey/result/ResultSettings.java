package io.deskpulse.survey.result;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What reading results may cost. */
@ConfigMapping(prefix = "deskpulse.survey.results")
public interface ResultSettings {
    /** How long Postgres may take for one statement; whoever asks for more is told to ask for less. */
    @WithDefault("20s")
    Duration patience();

    /** How many offers, the newest, drivers are computed from at most. */
    @WithDefault("100000")
    int driverOffers();

    /** How many offers an export reads at once; it holds no more of them in memory. */
    @WithDefault("500")
    int page();
}
