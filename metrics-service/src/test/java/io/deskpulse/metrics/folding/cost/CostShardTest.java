package io.deskpulse.metrics.folding.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.catalogue.cell.Dimension;
import io.deskpulse.catalogue.cell.Dimensions;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.contracts.event.CostRecorded;
import io.deskpulse.contracts.event.Event;
import io.deskpulse.contracts.event.EventType;
import io.deskpulse.contracts.event.Party;
import io.deskpulse.metrics.folding.FiledFacts;
import io.deskpulse.metrics.folding.FiledFacts.Fact;
import io.deskpulse.metrics.folding.Subject.Arrival;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CostShardTest {
    private static final long TIME = Instant.parse("2026-11-06T23:59:59.999Z").toEpochMilli();

    private static Event cost(String id, String amount, Party handler) {
        CostRecorded data = new CostRecorded(new BigDecimal(amount), "EUR", handler, null);
        return new Event("demo", "/billing", id, EventType.COST_RECORDED, "model", TIME, data);
    }

    @Test
    void aCostIsFiledInMillionthsUnderItsHandler() {
        FiledFacts facts = new FiledFacts();
        CostShard shard = new CostShard();

        shard.apply(cost("1", "12.34", Party.BOT), new Arrival(0, 0), facts, journey -> {});
        shard.apply(cost("2", "1", null), new Arrival(0, 0), facts, journey -> {});

        Dimensions bot = Dimensions.UNKNOWN.with(Dimension.HANDLER, "bot");
        assertThat(facts.standing())
                .containsOnlyKeys(
                        new Fact(TIME, bot, Measure.COST, 12_340_000, "EUR"),
                        new Fact(TIME, Dimensions.UNKNOWN, Measure.COST, 1_000_000, "EUR"));
    }

    @Test
    void aDuplicateIsSeenAfterARestart() {
        FiledFacts facts = new FiledFacts();
        CostShard shard = new CostShard();
        assertThat(shard.apply(cost("1", "1", null), new Arrival(0, 0), facts, journey -> {}))
                .isTrue();

        CostShard restarted = CostShard.decode(shard.encode());

        assertThat(restarted.apply(cost("1", "1", null), new Arrival(0, 0), facts, journey -> {}))
                .isFalse();
        assertThat(facts.total(Measure.COST)).isEqualTo(1);
    }

    @Test
    void costsSpreadOverTheShardsOfTheirDayAndRetriesMeet() {
        Set<String> shards = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            shards.add(CostShard.idOf(cost("cost-" + i, "1", null)));
        }

        assertThat(shards).hasSize(256).allMatch(id -> id.matches("2026-11-06:[0-9a-f]{1,2}"));
        assertThat(CostShard.idOf(cost("1", "1", null))).isEqualTo(CostShard.idOf(cost("1", "2", Party.BOT)));
    }

    @Test
    void moneyRoundsToMillionthsAndRefusesWhatDoesNotFit() {
        assertThat(Money.micros(new BigDecimal("0.0000015"))).isEqualTo(2);
        assertThat(Money.micros(new BigDecimal("999999999999.999999"))).isEqualTo(999_999_999_999_999_999L);
        assertThatThrownBy(() -> Money.micros(new BigDecimal("1e13"))).isInstanceOf(ArithmeticException.class);
    }
}
