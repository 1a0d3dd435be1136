/** Conversations cut into episodes, by the rules of docs/reference/episodes.md. */
package io.deskpulse.metrics.folding.episode;
