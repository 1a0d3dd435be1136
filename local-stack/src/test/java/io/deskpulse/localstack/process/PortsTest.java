package io.deskpulse.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {
    private static final int FIRST_OF_OUTGOING_CONNECTIONS = 32_768;

    @Test
    void noPortIsGivenOutTwiceOrIsOneThatAnOutgoingConnectionMayTake() {
        List<Integer> ports =
                IntStream.range(0, 50).mapToObj(any -> Ports.free()).toList();

        assertThat(ports).doesNotHaveDuplicates().allSatisfy(port -> assertThat(port)
                .isLessThan(FIRST_OF_OUTGOING_CONNECTIONS));
    }
}
