package io.deskpulse.localstack.token;

import java.time.Clock;
import java.util.UUID;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Signs tokens with the current key of a key set. */
public final class TokenMint {

    private static final String DESKPULSE = "deskpulse";

    private final KeySet keys;
    private final Clock clock;

    public TokenMint(KeySet keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** A JWT in compact form. */
    public String mint(Token token) {
        var now = clock.instant();
        var claims = new JwtClaims();
        claims.setIssuer(DESKPULSE);
        claims.setAudience(DESKPULSE);
        claims.setSubject(token.tenant());
        claims.setStringClaim("tenant", token.tenant());
        claims.setStringListClaim("scopes", token.scopes());
        if (!token.origins().isEmpty()) {
            claims.setStringListClaim("origins", token.origins());
        }
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(
                NumericDate.fromSeconds(now.plus(token.validity()).getEpochSecond()));
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        signature.setKeyIdHeaderValue(keys.currentId());
        signature.setHeader("typ", "JWT");
        signature.setKey(keys.current());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("cannot sign a token", e);
        }
    }
}
