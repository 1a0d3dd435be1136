package io.deskpulse.localstack.launch;

import io.deskpulse.localstack.replay.ReplayOptions;
import io.deskpulse.localstack.token.Token;

/** What the caller of {@code run} asks for. */
sealed interface Request {

    /** Start everything and stay until it is stopped. */
    record Up(boolean demo, boolean clean, int portOffset) implements Request {}

    record Status() implements Request {}

    record Stop() implements Request {}

    record Help() implements Request {}

    /** Print a token. */
    record Mint(Token token) implements Request {}

    /** Sign with a new key from now on. */
    record Rotate() implements Request {}

    record Replay(ReplayOptions options) implements Request {}

    /** Show how an alert comes about, with times. */
    record Alert() implements Request {}

    /** Something that cannot be done; says why and what would be right. */
    record Wrong(String reason) implements Request {}
}
