/**
 * An independent recount of an event file, written from the definitions alone: single-threaded, everything in memory,
 * no sketches, no increments. It shares no code with the services, so that an agreement of both means something.
 */
package io.deskpulse.endtoend.reference;
