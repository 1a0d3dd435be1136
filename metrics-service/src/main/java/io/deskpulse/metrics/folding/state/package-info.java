/** What stored state is made of: bytes without a schema library, hashes that never change. */
package io.deskpulse.metrics.folding.state;
