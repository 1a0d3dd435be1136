package io.deskpulse.contracts.masking;

import java.util.List;

/**
 * A text of which something was masked. Immutable.
 *
 * @param text what may be stored
 * @param kinds what was masked, one for each place
 */
public record Masked(String text, List<MaskedKind> kinds) {
    public Masked {
        kinds = List.copyOf(kinds);
    }
}
