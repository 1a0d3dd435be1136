package io.deskpulse.catalogue.definition;

/** An entry of the catalogue is wrong; the message names it and its fault. */
public final class InvalidCatalogueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidCatalogueException(String entry, String fault, Throwable cause) {
        super("metric " + entry + ": " + fault, cause);
    }
}
