package io.deskpulse.localstack.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenMintTest {

    private static final Token READER = new Token("demo", List.of("metrics:read"), Duration.ofDays(1));

    @TempDir
    Path folder;

    @Test
    void aTokenSaysWhoMayDoWhatAndForHowLong() throws Exception {
        var claims = verified(mint().mint(READER));

        assertThat(claims.getStringClaimValue("tenant")).isEqualTo("demo");
        assertThat(claims.getStringListClaimValue("scopes")).containsExactly("metrics:read");
        assertThat(claims.getJwtId()).isNotBlank();
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(Duration.ofDays(1).toSeconds());
    }

    @Test
    void afterRotationOldAndNewTokensAreValidAndTheOldPrivateKeyIsGone() throws Exception {
        var old = mint().mint(READER);
        var oldId = KeySet.in(folder).currentId();

        KeySet.in(folder).rotate();
        var fresh = mint().mint(READER);

        assertThat(KeySet.in(folder).currentId()).isNotEqualTo(oldId);
        assertThat(verified(old).getJwtId()).isNotEqualTo(verified(fresh).getJwtId());
        assertThat(folder.resolve("signing-" + oldId + ".pem")).doesNotExist();
    }

    @Test
    void aTokenOfOtherKeysIsNotBelieved(@TempDir Path elsewhere) {
        mint();
        var foreign = new TokenMint(KeySet.in(elsewhere), Clock.systemUTC()).mint(READER);

        assertThatThrownBy(() -> verified(foreign)).isInstanceOf(InvalidJwtException.class);
    }

    @Test
    void onlyTheOwnerReadsThePrivateKeyAndThePublicFileHoldsNone() throws Exception {
        var keys = KeySet.in(folder);
        var privateKey = folder.resolve("signing-" + keys.currentId() + ".pem");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(privateKey)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(privateKey)).startsWith("-----BEGIN PRIVATE KEY-----");
        assertThat(Files.readString(keys.publicKeys())).contains("\"kid\"").doesNotContain("\"d\"");
    }

    @Test
    void aTokenForNobodyOrNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Token("-demo", List.of("admin"), Duration.ofDays(1)))
                .withMessageContaining("tenant '-demo' is not valid");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Token("demo", List.of("metrics:write"), Duration.ofDays(1)))
                .withMessageContaining("scope 'metrics:write' is not known")
                .withMessageContaining("metrics:read");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Token("demo", List.of("admin"), Duration.ZERO))
                .withMessageContaining("1 to 3650 days");
    }

    private TokenMint mint() {
        return new TokenMint(KeySet.in(folder), Clock.systemUTC());
    }

    private JwtClaims verified(String token) throws Exception {
        var keys = new JsonWebKeySet(Files.readString(folder.resolve("jwks.json"))).getJsonWebKeys();
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys))
                .setExpectedIssuer("deskpulse")
                .setExpectedAudience("deskpulse")
                .setRequireExpirationTime()
                .build()
                .processToClaims(token);
    }
}
