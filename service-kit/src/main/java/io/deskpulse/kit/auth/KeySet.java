package io.deskpulse.kit.auth;

import java.security.PublicKey;
import java.security.spec.ECParameterSpec;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** The public keys that tokens may be signed with, by key id. Immutable. */
final class KeySet {
    static final KeySet EMPTY = new KeySet(Map.of());

    private final Map<String, PublicKey> keys;

    private KeySet(Map<String, PublicKey> keys) {
        this.keys = Map.copyOf(keys);
    }

    /**
     * Reads a JWK set. Keys that cannot check an ES256 signature, or that have no {@code kid}, are left out: a set may serve
     * others too.
     *
     * @throws IllegalArgumentException where the text is no JWK set or leaves no key
     */
    static KeySet parse(String jwks) {
        Map<String, PublicKey> keys = new HashMap<>();
        for (JsonWebKey key : read(jwks)) {
            if (key instanceof EllipticCurveJsonWebKey curve && key.getKeyId() != null && isP256(curve)) {
                keys.put(key.getKeyId(), curve.getECPublicKey());
            }
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("the JWK set has no EC P-256 key with a kid");
        }
        return new KeySet(keys);
    }

    private static Iterable<JsonWebKey> read(String jwks) {
        try {
            return new JsonWebKeySet(jwks).getJsonWebKeys();
        } catch (JoseException e) {
            // Not as the cause: its message quotes the text.
            throw new IllegalArgumentException("not a JWK set");
        }
    }

    private static boolean isP256(EllipticCurveJsonWebKey key) {
        ECParameterSpec curve = key.getECPublicKey().getParams();
        return curve.getCurve().equals(EllipticCurves.P256.getCurve());
    }

    /** The key with this id, or null where there is none. */
    PublicKey find(String id) {
        return id == null ? null : keys.get(id);
    }

    Set<String> ids() {
        return keys.keySet();
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }
}
