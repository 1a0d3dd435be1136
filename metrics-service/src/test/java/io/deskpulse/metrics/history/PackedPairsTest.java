package io.deskpulse.metrics.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackedPairsTest {
    @Test
    void whatWasPackedComesBackInItsOrder() {
        // Given an empty string, a short one and one whose length needs three bytes
        List<byte[]> strings = List.of(new byte[0], new byte[] {0, -1, 7}, new byte[70_000]);

        // When
        List<byte[]> back = PackedPairs.unpack(PackedPairs.pack(strings));

        // Then
        assertThat(back).usingElementComparator(Arrays::compare).containsExactlyElementsOf(strings);
    }

    @Test
    void whatIsCutOffIsRefused() {
        // Given
        byte[] packed = PackedPairs.pack(List.of(new byte[] {1, 2, 3}));

        // When, then
        assertThatThrownBy(() -> PackedPairs.unpack(Arrays.copyOf(packed, 3)))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
