package io.deskpulse.alerting.oncall;

import java.util.List;

/**
 * Who is on call when. Immutable.
 *
 * @param id its name in addresses
 * @param revision grows with each change
 * @param layers a later one counts before an earlier one, wherever it has somebody
 */
public record Schedule(String tenant, String id, long revision, List<Layer> layers) {
    public Schedule {
        layers = List.copyOf(layers);
    }
}
