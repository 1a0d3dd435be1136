package io.deskpulse.survey.ratelimit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much one client address may ask of the endpoints that pages call, of one instance. */
@ConfigMapping(prefix = "deskpulse.survey.rate-limit")
public interface AddressSettings {
    /** Requests a second for long. */
    @WithDefault("20")
    int requestsPerSecond();

    /** Requests at once; an office or a school is one address. */
    @WithDefault("200")
    int burst();

    /** How many addresses are remembered; those not seen for longest are forgotten first, and start afresh. */
    @WithDefault("100000")
    int addresses();
}
