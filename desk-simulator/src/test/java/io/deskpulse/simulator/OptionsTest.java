package io.deskpulse.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    private static final Map<String, String> TOKEN = Map.of("DESKPULSE_INGEST_TOKEN", "t");

    @Test
    void defaults_are_a_day_of_a_middling_shop() {
        Options options = Options.of(List.of(), TOKEN);

        assertThat(options.backfill).isEqualTo(Duration.ofHours(24));
        assertThat(options.speed).isInfinite();
        assertThat(options.ingest).hasToString("http://localhost:8081");
    }

    @Test
    void options_are_read() {
        Options options = Options.of(
                List.of(
                        "--seed",
                        "7",
                        "--rate",
                        "2.5",
                        "--backfill",
                        "90m",
                        "--start",
                        "2026-11-20T00:00:00Z",
                        "--speed",
                        "60"),
                TOKEN);

        assertThat(options.seed).isEqualTo(7);
        assertThat(options.rate).isEqualTo(2.5);
        assertThat(options.backfill).isEqualTo(Duration.ofMinutes(90));
        assertThat(options.start).contains(Instant.parse("2026-11-20T00:00:00Z"));
        assertThat(options.speed).isEqualTo(60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--seed", "--rate", "--backfill", "--start"})
    void bad_value_is_named(String option) {
        assertThatThrownBy(() -> Options.of(List.of(option, "x"), TOKEN)).hasMessageStartingWith(option);
        assertThatThrownBy(() -> Options.of(List.of(option), TOKEN)).hasMessageStartingWith(option);
    }

    @Test
    void missing_token_is_told_with_the_way_out() {
        assertThatThrownBy(() -> Options.of(List.of(), Map.of())).hasMessageContaining("tokens.env");
        assertThat(Options.of(List.of("--stdout"), Map.of()).stdout).isTrue();
    }
}
