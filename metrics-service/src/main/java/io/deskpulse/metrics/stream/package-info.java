/** Tells those who listen when a number has changed. */
package io.deskpulse.metrics.stream;
