/** Money spent on service. */
package io.deskpulse.metrics.folding.cost;
