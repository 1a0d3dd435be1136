package io.deskpulse.metrics.query;

/** What a question as it was asked comes to: one that can be answered, or why not. */
sealed interface Understanding permits Question, Refusal {}
