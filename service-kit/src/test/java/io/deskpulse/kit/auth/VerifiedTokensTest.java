package io.deskpulse.kit.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {
    private final Issuer issuer = new Issuer("k1");
    private final MovingClock clock = new MovingClock();
    private final VerifiedTokens tokens = new VerifiedTokens(
            new TokenRules("deskpulse", Set.of("deskpulse"), 10), Duration.ofSeconds(60), 100, clock);

    @Test
    void without_keys_nothing_is_believed() {
        assertThat(tokens.hasKeys()).isFalse();
        assertThatThrownBy(() -> tokens.verify(issuer.sign(Issuer.claims()))).isInstanceOf(RejectedToken.class);
    }

    @Test
    void signature_is_checked_once_within_the_cache_time_and_then_again() throws Exception {
        tokens.useKeys(KeySet.parse(Issuer.jwks(issuer)));
        String token = issuer.sign(Issuer.claims());

        Object first = tokens.verify(token);
        clock.pass(Duration.ofSeconds(59));
        assertThat(tokens.verify(token)).isSameAs(first);

        clock.pass(Duration.ofSeconds(2));
        assertThat(tokens.verify(token)).isNotSameAs(first);
    }

    @Test
    void cached_token_stops_working_when_it_expires() throws Exception {
        tokens.useKeys(KeySet.parse(Issuer.jwks(issuer)));
        String token = issuer.sign(Issuer.expiring(5));
        tokens.verify(token);

        clock.pass(Duration.ofSeconds(16));

        assertThatThrownBy(() -> tokens.verify(token)).hasMessageContaining("expired");
    }

    @Test
    void denied_token_stops_working_at_once_although_it_is_cached() throws Exception {
        tokens.useKeys(KeySet.parse(Issuer.jwks(issuer)));
        String token = issuer.sign(Issuer.claims());
        tokens.verify(token);

        tokens.deny(Set.of("t-1"));

        assertThatThrownBy(() -> tokens.verify(token)).hasMessageContaining("denied");
    }

    @Test
    void rotated_out_key_stops_working_at_once_and_the_new_one_starts() throws Exception {
        Issuer next = new Issuer("k2");
        String old = issuer.sign(Issuer.claims());
        String young = next.sign(Issuer.claims());

        tokens.useKeys(KeySet.parse(Issuer.jwks(issuer, next)));
        tokens.verify(old);
        tokens.verify(young);

        tokens.useKeys(KeySet.parse(Issuer.jwks(next)));
        tokens.verify(young);
        assertThatThrownBy(() -> tokens.verify(old)).hasMessageContaining("rotated");
    }

    private static final class MovingClock extends Clock {
        private Instant now = Instant.now();

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
