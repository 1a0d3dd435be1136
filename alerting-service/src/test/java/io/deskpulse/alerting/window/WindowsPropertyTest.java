package io.deskpulse.alerting.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.alerting.evaluation.Cells;
import io.deskpulse.alerting.window.Column.Part;
import io.deskpulse.alerting.window.MeasurementReader.Outcome;
import io.deskpulse.catalogue.cell.Granularity;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.contracts.measurement.Measurement;
import io.deskpulse.contracts.measurement.Measurement.Amounts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever comes twice, late or in another order: the window is the sum of the newest cells of all partitions. */
class WindowsPropertyTest {
    private static final long MINUTE = 60_000;
    private static final Column CLOSED = Column.of(Measure.CONVERSATIONS_CLOSED, Part.COUNT);
    private static final Column SKETCH = Column.of(Measure.FIRST_RESPONSE_TIME, Part.SKETCH);
    private static final Cut BY_CHANNEL = Cut.of(List.of("channel"), Map.of());

    record Cell(int partition, int generation, long minute, String channel, long revision, long closed, int bin) {
        List<Object> place() {
            return List.of(partition, minute, channel);
        }

        byte[] bytes() {
            return Cells.bytes(new Measurement(
                    "shop",
                    partition,
                    generation,
                    Measurement.Granularity.MINUTE,
                    minute * MINUTE,
                    Map.of("channel", channel),
                    Map.of(
                            "conversations_closed", Amounts.ofCount(closed),
                            "messages_bot", Amounts.ofCount(7),
                            "first_response_time", Amounts.ofQuantity(1L, 5, 25, Map.of(bin, closed))),
                    revision));
        }
    }

    @Provide
    Arbitrary<List<Cell>> cells() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.longs().between(100, 105),
                        Arbitraries.of("web", "app", "~other"),
                        Arbitraries.longs().between(1, 1_000),
                        Arbitraries.longs().between(1, 50),
                        Arbitraries.integers().between(-5, 400))
                .as(Cell::new)
                .list()
                .uniqueElements(
                        cell -> List.of(cell.partition, cell.minute, cell.channel, cell.generation, cell.revision))
                .ofMaxSize(60);
    }

    private static Windows windows() {
        Needs needs = new Needs();
        needs.add(Granularity.MINUTE, BY_CHANNEL.level(), Set.of(CLOSED, SKETCH), 10 * MINUTE);
        return new Windows(needs);
    }

    @Property
    void theWindowIsTheSumOfTheNewestCells(@ForAll("cells") List<Cell> cells, @ForAll Random random) {
        List<Cell> sent = new ArrayList<>(cells);
        sent.addAll(cells);
        Collections.shuffle(sent, random);
        Windows windows = windows();
        MeasurementReader reader = new MeasurementReader(tenant -> windows);

        sent.forEach(cell -> assertThat(reader.read(cell.bytes())).isNotEqualTo(Outcome.UNREADABLE));

        Tallies tallies = windows.read(Granularity.MINUTE, BY_CHANNEL, 101 * MINUTE, 105 * MINUTE);
        Map<String, Long> closed = new HashMap<>();
        newest(cells).stream()
                .filter(cell -> cell.minute >= 101 && cell.minute < 105)
                .forEach(cell -> closed.merge(cell.channel, cell.closed, Long::sum));
        for (String channel : List.of("web", "app", "~other")) {
            long expected = closed.getOrDefault(channel, 0L);
            assertThat(tallies.number(List.of(channel), CLOSED)).isEqualTo(expected);
            assertThat(Double.isNaN(tallies.quantile(List.of(channel), SKETCH, 1)))
                    .isEqualTo(expected == 0);
        }
    }

    /** Of each partition and minute only the newest generation counts, and of that the greatest revision of each cell. */
    private static List<Cell> newest(List<Cell> cells) {
        Map<List<Object>, Integer> generations = new HashMap<>();
        cells.forEach(cell -> generations.merge(List.of(cell.partition, cell.minute), cell.generation, Math::max));
        Map<List<Object>, Cell> newest = new HashMap<>();
        cells.stream()
                .filter(cell -> generations.get(List.of((Object) cell.partition, cell.minute)) == cell.generation)
                .forEach(cell ->
                        newest.merge(cell.place(), cell, (one, other) -> one.revision > other.revision ? one : other));
        return List.copyOf(newest.values());
    }
}
