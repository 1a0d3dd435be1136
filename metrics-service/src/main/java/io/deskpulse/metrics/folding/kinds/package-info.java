/** Which subject an event belongs to, and the making of subjects. */
package io.deskpulse.metrics.folding.kinds;
