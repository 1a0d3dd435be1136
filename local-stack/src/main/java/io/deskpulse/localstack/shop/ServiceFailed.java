package io.deskpulse.localstack.shop;

/** A service did not do what the shop asked for. The message is for people. */
final class ServiceFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ServiceFailed(String message, Throwable cause) {
        super(message, cause);
    }

    ServiceFailed(String message) {
        super(message);
    }
}
