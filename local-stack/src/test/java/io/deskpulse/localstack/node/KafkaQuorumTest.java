package io.deskpulse.localstack.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KafkaQuorumTest {
    private final KafkaQuorum second = new KafkaQuorum("id", 2, List.of(9101, 9102, 9103));

    @Test
    void argumentsSayAllOfIt() {
        var arguments =
                Stream.concat(Stream.of("others"), second.arguments().stream()).toArray(String[]::new);

        assertThat(KafkaQuorum.of(arguments, 1)).isEqualTo(second);
    }

    @Test
    void everyNodeVotesAndHoldsACopy() {
        assertThat(second.controllerPort()).isEqualTo(9102);
        assertThat(second.voters()).isEqualTo("1@127.0.0.1:9101,2@127.0.0.1:9102,3@127.0.0.1:9103");
        assertThat(second.replication())
                .containsEntry("offsets.topic.replication.factor", "3")
                .containsEntry("min.insync.replicas", "2");
        assertThat(KafkaQuorum.alone(9101).replication())
                .containsEntry("offsets.topic.replication.factor", "1")
                .containsEntry("min.insync.replicas", "1");
    }

    @Test
    void nodeThatIsNotOneOfThemIsRefused() {
        assertThatThrownBy(() -> new KafkaQuorum("id", 4, List.of(9101, 9102, 9103)))
                .hasMessageContaining("node: must be 1 to 3");
    }
}
