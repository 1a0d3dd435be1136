package io.deskpulse.contracts.masking;

/**
 * A place in a text that must not be read.
 *
 * @param start its first character
 * @param end the character after its last
 * @param kind what stands there
 */
record Span(int start, int end, MaskedKind kind) {}
