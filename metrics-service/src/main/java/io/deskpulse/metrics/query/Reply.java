package io.deskpulse.metrics.query;

/** What comes back for a question: numbers, or why there are none. */
public sealed interface Reply permits Answer, Refusal {}
