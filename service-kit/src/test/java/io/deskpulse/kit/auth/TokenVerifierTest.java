package io.deskpulse.kit.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVerifierTest {
    private final Issuer issuer = new Issuer("k1");
    private final TokenVerifier verifier =
            new TokenVerifier(KeySet.parse(Issuer.jwks(issuer)), new TokenRules("deskpulse", Set.of("deskpulse"), 10));

    @Test
    void valid_token_gives_tenant_scopes_and_id() throws Exception {
        JWTCallerPrincipal principal = verifier.verify(issuer.sign(Issuer.claims()));

        assertThat(principal.<String>getClaim("tenant")).isEqualTo("demo");
        assertThat(principal.getGroups()).containsExactly("metrics:read");
        assertThat(principal.getTokenID()).isEqualTo("t-1");
    }

    @Test
    void groups_that_the_issuer_adds_are_no_scopes() throws Exception {
        JwtClaims claims = Issuer.claims();
        claims.setStringListClaim("groups", List.of("admin"));

        assertThat(verifier.verify(issuer.sign(claims)).getGroups()).containsExactly("metrics:read");
    }

    @Test
    void clocks_may_differ_a_little() throws Exception {
        assertThat(verifier.verify(issuer.sign(Issuer.expiring(-5)))).isNotNull();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badClaims")
    void bad_claims_are_rejected_with_their_reason(String reason, JwtClaims claims) {
        assertRejected(issuer.sign(claims), reason);
    }

    static Stream<Arguments> badClaims() {
        return Stream.of(
                Arguments.of("expired", Issuer.expiring(-60)),
                Arguments.of("no expiry", with("exp", null)),
                Arguments.of("issuer", with("iss", "someone")),
                Arguments.of("issuer", with("iss", null)),
                Arguments.of("audience", with("aud", "another")),
                Arguments.of("audience", with("aud", null)),
                Arguments.of("no tenant", with("tenant", null)),
                Arguments.of("no tenant", with("tenant", 7)),
                Arguments.of("tenant claim must match", with("tenant", "Demo")),
                Arguments.of("tenant claim must match", with("tenant", "a:b")),
                Arguments.of("tenant claim must match", with("tenant", "")),
                Arguments.of("tenant claim must match", with("tenant", "a".repeat(64))),
                Arguments.of("no scopes", with("scopes", null)),
                Arguments.of("no scopes", with("scopes", List.of())),
                Arguments.of("no scopes", with("scopes", List.of("a b"))),
                Arguments.of("array of strings", with("scopes", "metrics:read")),
                Arguments.of("array of strings", with("scopes", List.of(1))));
    }

    @Test
    void key_of_another_issuer_under_a_known_id_is_rejected() {
        assertRejected(new Issuer("k1").sign(Issuer.claims()), "signature is wrong");
    }

    @Test
    void unknown_key_id_is_rejected() {
        assertRejected(new Issuer("k2").sign(Issuer.claims()), "names no key");
    }

    @Test
    void missing_key_id_is_rejected() {
        assertRejected(new Issuer(null).sign(Issuer.claims()), "names no key");
    }

    @Test
    void hs256_with_the_public_key_as_secret_is_rejected() {
        JsonWebSignature forged = new JsonWebSignature();
        forged.setPayload(Issuer.claims().toJson());
        forged.setKeyIdHeaderValue("k1");
        forged.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        forged.setKey(new HmacKey(issuer.key().getPublicKey().getEncoded()));

        assertRejected(Issuer.serialize(forged), "ES256");
    }

    @Test
    void unsigned_token_is_rejected() {
        JsonWebSignature forged = new JsonWebSignature();
        forged.setPayload(Issuer.claims().toJson());
        forged.setKeyIdHeaderValue("k1");
        forged.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
        forged.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);

        assertRejected(Issuer.serialize(forged), "ES256");
    }

    @Test
    void changed_claims_are_rejected() {
        String[] mine = issuer.sign(Issuer.claims()).split("\\.");
        String[] theirs = issuer.sign(with("tenant", "other")).split("\\.");

        assertRejected(mine[0] + "." + theirs[1] + "." + mine[2], "signature is wrong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "....", "\uD83D\uDE00.e30.e30"})
    void anything_else_is_rejected(String token) {
        assertThatThrownBy(() -> verifier.verify(token)).isInstanceOf(RejectedToken.class);
    }

    private void assertRejected(String token, String reason) {
        assertThatThrownBy(() -> verifier.verify(token))
                .isInstanceOf(RejectedToken.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining(token);
    }

    private static JwtClaims with(String claim, Object value) {
        JwtClaims claims = Issuer.claims();
        if (value == null) {
            claims.unsetClaim(claim);
        } else {
            claims.setClaim(claim, value);
        }
        return claims;
    }
}
