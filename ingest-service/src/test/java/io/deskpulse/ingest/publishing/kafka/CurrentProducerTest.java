package io.deskpulse.ingest.publishing.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When a producer gives way to another. */
class CurrentProducerTest {
    private final List<MockProducer<byte[], byte[]>> made = new ArrayList<>();
    private final CurrentProducer producer = new CurrentProducer(this::make);

    static List<Exception> fatal() {
        return List.of(
                new ClusterAuthorizationException("no right to write"),
                new SaslAuthenticationException("password changed"),
                new OutOfOrderSequenceException("lost count"),
                new KafkaException("in an error state"),
                new IllegalStateException("closed"));
    }

    static List<Exception> passing() {
        return List.of(
                new TimeoutException("no answer"),
                new TopicAuthorizationException("not this topic"),
                new RecordTooLargeException("too large"));
    }

    @ParameterizedTest
    @MethodSource("fatal")
    void anotherTakesThePlaceOfAProducerThatIsBeyondHelp(Exception fault) {
        Producer<byte[], byte[]> old = producer.get();

        producer.failed(old, fault);
        producer.renew();

        assertThat(producer.get()).isNotSameAs(old).isSameAs(made.get(1));
        assertThat(made.get(0).closed()).isTrue();
        assertThat(made.get(1).closed()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("passing")
    void aFaultThatPassesLeavesTheProducer(Exception fault) {
        Producer<byte[], byte[]> old = producer.get();

        producer.failed(old, fault);
        producer.renew();

        assertThat(producer.get()).isSameAs(old);
    }

    @Test
    void whatTheOldOneStillReportsDoesNotCostTheNewOne() {
        Producer<byte[], byte[]> old = producer.get();
        producer.failed(old, new ClusterAuthorizationException("no right to write"));
        producer.renew();

        producer.failed(old, new KafkaException("aborted"));
        producer.renew();

        assertThat(made).hasSize(2);
    }

    @Test
    void triesAgainWhereNoProducerCanBeMade() {
        CurrentProducer first = new CurrentProducer(new Flaky()::make);
        Producer<byte[], byte[]> old = first.get();
        first.failed(old, new KafkaException("in an error state"));

        assertThatThrownBy(first::renew).isInstanceOf(KafkaException.class);
        assertThat(first.get()).isSameAs(old);
        first.renew();

        assertThat(first.get()).isNotSameAs(old);
    }

    @Test
    void thereIsNoneUntilOneCanBeMade() {
        Iterator<Supplier<Producer<byte[], byte[]>>> tries = List.<Supplier<Producer<byte[], byte[]>>>of(
                        () -> {
                            throw new KafkaException("no producer", new ConfigException("no address known"));
                        },
                        this::make)
                .iterator();
        CurrentProducer late = new CurrentProducer(() -> tries.next().get());

        assertThat(late.get()).isNull();
        late.renew();
        late.renew();

        assertThat(late.get()).isNotNull();
        assertThat(tries.hasNext()).isFalse();
    }

    @Test
    void whatNoWaitingMendsEndsTheStart() {
        assertThatThrownBy(() -> new CurrentProducer(() -> {
                    throw new KafkaException("no producer", new KafkaException("no such keystore"));
                }))
                .isInstanceOf(KafkaException.class);
    }

    private MockProducer<byte[], byte[]> make() {
        MockProducer<byte[], byte[]> one = new MockProducer<>();
        made.add(one);
        return one;
    }

    /** Cannot be made the second time. */
    private static final class Flaky {
        private int calls;

        Producer<byte[], byte[]> make() {
            calls++;
            if (calls == 2) {
                throw new KafkaException("no producer", new ConfigException("no address known"));
            }
            return new MockProducer<>();
        }
    }
}
