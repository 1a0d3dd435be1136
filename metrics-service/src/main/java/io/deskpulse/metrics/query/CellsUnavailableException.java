package io.deskpulse.metrics.query;

/** Cells cannot be read now; trying again may help. */
public final class CellsUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CellsUnavailableException(Throwable cause) {
        super("cells cannot be read", cause);
    }
}
