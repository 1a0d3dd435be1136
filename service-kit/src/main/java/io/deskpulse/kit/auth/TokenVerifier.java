package io.deskpulse.kit.auth;

import java.security.Key;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.Claims;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.InvalidAlgorithmException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Checks tokens against one set of keys: ES256 and nothing else, a key the token names by {@code kid}, issuer, audience, expiry,
 * tenant and scopes. Costs a signature check (over 100 microseconds) each time. Thread-safe.
 */
final class TokenVerifier {
    private static final Pattern TENANT = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    /** As browsers send it (RFC 6454): no path, no capital letters. */
    private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.\\-\\[\\]:]{1,255}");

    private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,64}");

    private final KeySet keys;
    private final JwtConsumer consumer;

    TokenVerifier(KeySet keys, TokenRules rules) {
        this.keys = keys;
        this.consumer = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(
                        ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256))
                .setVerificationKeyResolver((signature, nesting) -> key(signature))
                .setExpectedIssuer(rules.issuer())
                .setExpectedAudience(rules.audiences().toArray(new String[0]))
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(rules.clockSkewSeconds())
                .build();
    }

    /** The principal that a token stands for; its scopes are its groups. */
    TenantPrincipal verify(String token) throws RejectedToken {
        try {
            JwtClaims claims = consumer.processToClaims(token);
            String tenant = tenant(claims);
            claims.setStringListClaim(Claims.groups.name(), scopes(claims));
            claims.setClaim(Claims.raw_token.name(), token);
            return new TenantPrincipal(claims, tenant, origins(claims));
        } catch (InvalidJwtException e) {
            throw new RejectedToken(reason(e), e);
        }
    }

    private Key key(JsonWebSignature signature) throws UnresolvableKeyException {
        Key key = keys.find(signature.getKeyIdHeaderValue());
        if (key == null) {
            throw new UnresolvableKeyException("unknown kid");
        }
        return key;
    }

    private static String tenant(JwtClaims claims) throws RejectedToken {
        if (!(claims.getClaimValue(VerifiedTokens.TENANT) instanceof String tenant)) {
            throw new RejectedToken("The token has no tenant claim.");
        }
        if (!TENANT.matcher(tenant).matches()) {
            throw new RejectedToken("The token's tenant claim must match " + TENANT + ".");
        }
        return tenant;
    }

    private static List<String> scopes(JwtClaims claims) throws RejectedToken {
        try {
            List<String> scopes = claims.getStringListClaimValue(VerifiedTokens.SCOPES);
            if (scopes != null && !scopes.isEmpty() && scopes.stream().allMatch(TokenVerifier::isScope)) {
                return scopes;
            }
        } catch (MalformedClaimException e) {
            throw new RejectedToken("The token's scopes claim must be an array of strings.", e);
        }
        throw new RejectedToken("The token has no scopes claim with at least one scope.");
    }

    /** The web origins that the token is bound to; empty where it has no such claim. */
    private static Set<String> origins(JwtClaims claims) throws RejectedToken {
        if (!claims.hasClaim(VerifiedTokens.ORIGINS)) {
            return Set.of();
        }
        try {
            List<String> origins = claims.getStringListClaimValue(VerifiedTokens.ORIGINS);
            if (!origins.isEmpty()
                    && origins.stream()
                            .allMatch(origin ->
                                    origin != null && ORIGIN.matcher(origin).matches())) {
                return Set.copyOf(origins);
            }
        } catch (MalformedClaimException e) {
            throw new RejectedToken("The token's origins claim must be an array of strings.", e);
        }
        throw new RejectedToken("The token's origins claim must hold web origins, such as https://shop.example.");
    }

    private static boolean isScope(String scope) {
        return scope != null && SCOPE.matcher(scope).matches();
    }

    private static String reason(InvalidJwtException e) {
        if (e.hasExpired()) {
            return "The token has expired; get a new one.";
        }
        if (e.hasErrorCode(ErrorCodes.ISSUER_INVALID) || e.hasErrorCode(ErrorCodes.ISSUER_MISSING)) {
            return "The token is from another issuer (iss).";
        }
        if (e.hasErrorCode(ErrorCodes.AUDIENCE_INVALID) || e.hasErrorCode(ErrorCodes.AUDIENCE_MISSING)) {
            return "The token is for another audience (aud).";
        }
        if (e.hasErrorCode(ErrorCodes.EXPIRATION_MISSING)) {
            return "The token has no expiry (exp).";
        }
        if (e.hasErrorCode(ErrorCodes.NOT_YET_VALID)) {
            return "The token is not valid yet (nbf); check the clocks.";
        }
        return signatureReason(e);
    }

    private static String signatureReason(InvalidJwtException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvableKeyException) {
                return "The token names no key (kid) of this deployment; it may have been rotated out.";
            }
            if (cause instanceof InvalidAlgorithmException) {
                return "The token must be signed with ES256.";
            }
        }
        return e.hasErrorCode(ErrorCodes.SIGNATURE_INVALID)
                ? "The token's signature is wrong."
                : "The token is not a JWT with sensible claims.";
    }
}
