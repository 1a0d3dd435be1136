package io.deskpulse.metrics.counting;

import java.util.Map;

/**
 * A partition taken over, as it was found.
 *
 * @param fence ours from now on
 * @param position where to go on reading
 * @param watermark wall-clock milliseconds up to which all is counted; 0 when nothing is
 * @param clocks the fields of the clock hash
 */
public record Claim(Fence fence, long position, long watermark, Map<String, String> clocks) {}
