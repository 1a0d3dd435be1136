/** Survey offers of a conversation, and what was answered (docs/decisions/0013). */
package io.deskpulse.metrics.folding.survey;
