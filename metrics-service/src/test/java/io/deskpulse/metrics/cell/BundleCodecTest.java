package io.deskpulse.metrics.cell;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.catalogue.measure.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BundleCodecTest {
    private static final int SLOTS = 24;

    @Test
    void whatIsPackedIsUnpackedAsItWas() {
        // Given something of each measure, in other slots each
        Map<Measure, Series> all = new EnumMap<>(Measure.class);
        for (Measure measure : Bundle.FACTS.measures()) {
            all.put(measure, some(measure));
        }

        // When
        byte[] packed = BundleCodec.encode(Bundle.FACTS.measures(), all::get);

        // Then
        Map<Measure, Series> unpacked = new EnumMap<>(Measure.class);
        BundleCodec.decode(SLOTS, packed, unpacked::put);
        assertThat(unpacked.keySet()).isEqualTo(all.keySet());
        all.forEach((measure, series) -> assertThat(SeriesCodec.encode(unpacked.get(measure)))
                .as(measure.id())
                .isEqualTo(SeriesCodec.encode(series)));
    }

    @Test
    void oneMeasureIsFoundAmongTheOthers() {
        Map<Measure, Series> all = new EnumMap<>(Measure.class);
        for (Measure measure : Bundle.FACTS.measures()) {
            all.put(measure, some(measure));
        }
        byte[] packed = BundleCodec.encode(Bundle.FACTS.measures(), all::get);

        for (Measure measure : Bundle.FACTS.measures()) {
            Noting alone = new Noting();
            SeriesCodec.visit(measure.shape(), SeriesCodec.encode(all.get(measure)), alone);
            Noting amongOthers = new Noting();
            BundleCodec.visit(measure, packed, amongOthers);

            assertThat(amongOthers.seen).as(measure.id()).isNotEmpty().isEqualTo(alone.seen);
        }
    }

    @Test
    void whatIsEmptyTakesNothing() {
        Series empty = new Series(Shape.COUNT, SLOTS);

        assertThat(BundleCodec.encode(Bundle.FLOW.measures(), any -> empty)).isEmpty();
        assertThat(BundleCodec.encode(Bundle.FLOW.measures(), any -> null)).isEmpty();
    }

    @Test
    void everyMeasureKeepsItsNumberSinceStoredBytesHoldIt() {
        // New measures come last: then what is stored stays readable.
        assertThat(Arrays.stream(Measure.values()).map(Measure::id))
                .startsWith(
                        "conversations_started",
                        "conversations_closed",
                        "opened",
                        "left",
                        "messages_customer",
                        "messages_bot",
                        "messages_human",
                        "private_messages",
                        "orphan_events",
                        "first_response_time",
                        "bot_first_response_time",
                        "human_first_response_time",
                        "response_time",
                        "resolution_time",
                        "session_duration",
                        "turns",
                        "involved",
                        "answered",
                        "resolved_by_bot",
                        "resolved_by_human",
                        "abandoned",
                        "unresolved",
                        "directly_resolved",
                        "confirmed_resolved",
                        "escalated_involved",
                        "automated",
                        "human_intervened",
                        "goals",
                        "reopened",
                        "repeated",
                        "bot_fallbacks",
                        "bot_answers_rated",
                        "bot_replies",
                        "bot_replies_from_knowledge",
                        "sentiment",
                        "sentiment_negative",
                        "sentiment_shift",
                        "human_handling_time",
                        "visitors",
                        "widgets_shown",
                        "widgets_opened",
                        "visits_ended",
                        "bounces",
                        "visit_duration",
                        "cost",
                        "incidents",
                        "incident_duration");
    }

    @Test
    void measuresThatAreKeptForDifferentTimesAreInDifferentBundles() {
        assertThat(Bundle.of(Split.FULL, Measure.OPENED)).isEqualTo(Bundle.FLOW);
        assertThat(Bundle.of(Split.FULL, Measure.TURNS)).isEqualTo(Bundle.FACTS);
        for (Measure alone : List.of(Measure.VISITORS, Measure.COST)) {
            assertThat(Bundle.of(Split.FULL, alone)).isNull();
        }
        assertThat(Bundle.of(Split.TOTAL, Measure.TURNS)).isNull();
    }

    private static Series some(Measure measure) {
        Series series = new Series(measure.shape(), SLOTS);
        int slot = measure.ordinal() % SLOTS;
        if (measure.shape() == Shape.COUNT) {
            series.addCount(slot, measure.ordinal() + 1);
        } else {
            series.addQuantities(slot, measure.ordinal() + 1, -1_000L * measure.ordinal(), 77);
        }
        if (measure.shape() == Shape.DISTRIBUTION) {
            series.addBin(slot, measure.ordinal(), 2);
        }
        return series;
    }

    private static final class Noting implements SeriesVisitor {
        private final List<List<Long>> seen = new ArrayList<>();

        @Override
        public void bucket(int slot, long count, long sum, long squares) {
            seen.add(List.of((long) slot, count, sum, squares));
        }

        @Override
        public void bin(int slot, int index, long number) {
            seen.add(List.of((long) slot, (long) index, number));
        }
    }
}
