/** When parts of the measured system did not work. */
package io.deskpulse.metrics.folding.incident;
