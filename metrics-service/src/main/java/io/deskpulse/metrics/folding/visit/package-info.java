/** Visits to the site or app. */
package io.deskpulse.metrics.folding.visit;
