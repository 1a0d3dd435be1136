/**
 * The cells that counters live in: how they are cut, named and packed (docs/decisions/0002). Plain Java, shared by those
 * who write cells and those who read them.
 */
package io.deskpulse.metrics.cell;
