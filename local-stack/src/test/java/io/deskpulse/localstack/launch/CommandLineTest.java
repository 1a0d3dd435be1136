package io.deskpulse.localstack.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

    @Test
    void noWordsStartEverythingWithTheDemo() {
        assertThat(read()).isEqualTo(new Request.Up(true, false, 0));
    }

    @Test
    void optionsOfTheStartAreRead() {
        assertThat(read("--no-demo", "--clean", "--port-offset", "100")).isEqualTo(new Request.Up(false, true, 100));
        assertThat(read("up", "--no-demo")).isEqualTo(new Request.Up(false, false, 0));
    }

    @Test
    void helpIsGivenWhereverItIsAskedFor() {
        assertThat(read("replay", "--help")).isEqualTo(new Request.Help());
        assertThat(read("-h")).isEqualTo(new Request.Help());
    }

    @Test
    void aTokenNamesTenantScopesAndDays() {
        var token = ((Request.Mint) read("token", "--tenant", "shop-1", "--scope", "ingest:write,admin", "--days", "2"))
                .token();

        assertThat(token.tenant()).isEqualTo("shop-1");
        assertThat(token.scopes()).containsExactly("ingest:write", "admin");
        assertThat(token.validity()).isEqualTo(Duration.ofDays(2));
    }

    @Test
    void aReplayIsAsFastAsItGoesAndDeclaresTheClockUnlessToldOtherwise() {
        var plain = ((Request.Replay) read("replay", "events.ndjson")).options();
        var slow = ((Request.Replay) read("replay", "events.ndjson", "--speed", "60", "--no-clock", "--tenant", "t"))
                .options();

        assertThat(plain.speed()).isEmpty();
        assertThat(plain.clock()).isTrue();
        assertThat(plain.tenant()).isEqualTo("demo");
        assertThat(slow.speed()).hasValue(60);
        assertThat(slow.clock()).isFalse();
        assertThat(slow.tenant()).isEqualTo("t");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--nodemo | unknown option '--nodemo'",
                "start | unknown command 'start'",
                "--port-offset x | --port-offset takes a whole number from 0 to 40000, not 'x'",
                "--port-offset | --port-offset needs a value",
                "status now | 'status' takes no 'now'",
                "token --tenant demo | token needs --tenant T and --scope",
                "token --tenant Demo --scope admin | tenant 'Demo' is not valid",
                "token --tenant demo --scope root | scope 'root' is not known",
                "token --tenant demo --scope admin --days 0 | --days takes a whole number from 1 to 3650, not '0'",
                "token --tenant demo --scope survey:answer --origin shop.example | origin 'shop.example' is not valid",
                "token --rotate --tenant demo | token --rotate stands alone",
                "replay | replay needs a file",
                "replay a b | 'replay' takes no 'b'",
                "replay a --speed 0 | --speed takes max or a positive number",
                "replay a --tenant A | tenant 'A' is not valid",
                "replay a --answers | --answers needs a value",
            })
    void whatIsNotUnderstoodIsNamed(String words, String reason) {
        var request = read(words.split(" "));

        assertThat(request).isInstanceOf(Request.Wrong.class);
        assertThat(((Request.Wrong) request).reason()).contains(reason);
    }

    private static Request read(String... words) {
        return CommandLine.read(List.of(words));
    }
}
