package io.deskpulse.kit.auth;

import java.util.List;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Signs tokens with a key of its own. */
final class Issuer {
    private final EllipticCurveJsonWebKey key;

    Issuer(String keyId) {
        try {
            key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(keyId);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    EllipticCurveJsonWebKey key() {
        return key;
    }

    /** The JWK set of the public keys of these issuers. */
    static String jwks(Issuer... issuers) {
        JsonWebKeySet set = new JsonWebKeySet();
        for (Issuer issuer : issuers) {
            set.addJsonWebKey(issuer.key);
        }
        return set.toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    /** Claims that nothing is wrong with. */
    static JwtClaims claims() {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("deskpulse");
        claims.setAudience("deskpulse");
        claims.setJwtId("t-1");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(10);
        claims.setStringClaim("tenant", "demo");
        claims.setStringListClaim("scopes", List.of("metrics:read"));
        return claims;
    }

    static JwtClaims expiring(long secondsFromNow) {
        JwtClaims claims = claims();
        claims.setIssuedAt(NumericDate.fromSeconds(NumericDate.now().getValue() - 600));
        claims.setExpirationTime(NumericDate.fromSeconds(NumericDate.now().getValue() + secondsFromNow));
        return claims;
    }

    String sign(JwtClaims claims) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        return serialize(signature);
    }

    static String serialize(JsonWebSignature signature) {
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
