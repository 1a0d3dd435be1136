package io.deskpulse.localstack.node;

/** One server of the stack. Its data outlives it: what was there before {@link #stop()} is there after the next {@link #start()}. */
public interface Node extends AutoCloseable {

    String name();

    int port();

    /** Starts it and returns when it answers. */
    void start();

    /** Stops it in good order; nothing when it does not run. */
    void stop();

    @Override
    default void close() {
        stop();
    }
}
