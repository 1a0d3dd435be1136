package io.deskpulse.kit.auth;

import io.quarkus.runtime.Startup;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes SmallRye JWT's place of turning a bearer token into a principal. The stock one checks the signature on every request and
 * reads a key file once; this one remembers verified tokens, and follows changes of the keys and of the denied tokens.
 */
@Singleton
@Startup
@Alternative
@Priority(1)
class TokenPrincipals extends JWTCallerPrincipalFactory {
    private final AuthSettings settings;
    private final VerifiedTokens tokens;
    private final ScheduledExecutorService executor =
            Executors.newSingleThreadScheduledExecutor(TokenPrincipals::daemon);

    TokenPrincipals(
            AuthSettings settings,
            @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer,
            @ConfigProperty(name = "mp.jwt.verify.audiences") Set<String> audiences,
            @ConfigProperty(name = "mp.jwt.verify.clock.skew") int clockSkewSeconds) {
        this.settings = settings;
        this.tokens = new VerifiedTokens(
                new TokenRules(issuer, audiences, clockSkewSeconds),
                settings.cacheFor(),
                settings.cacheSize(),
                Clock.systemUTC());
    }

    @PostConstruct
    void watch() {
        settings.keys().ifPresent(this::watchKeys);
        settings.deniedTokens().ifPresent(path -> new Watch(
                        "denied tokens " + path, new FileSource(path), text -> tokens.deny(ids(text)))
                .start(executor, settings.filesEvery()));
    }

    @PreDestroy
    void stop() {
        executor.shutdownNow();
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo ignored) throws ParseException {
        return tokens.verify(token);
    }

    boolean hasKeys() {
        return tokens.hasKeys();
    }

    private void watchKeys(String location) {
        boolean address = location.startsWith("https:") || location.startsWith("http:");
        Source source = address ? new AddressSource(URI.create(location)) : new FileSource(path(location));
        Duration every = address ? settings.fetchEvery() : settings.filesEvery();
        new Watch("token keys " + location, source, text -> tokens.useKeys(KeySet.parse(text))).start(executor, every);
    }

    private static Path path(String location) {
        return location.startsWith("file:") ? Path.of(URI.create(location)) : Path.of(location);
    }

    private static Set<String> ids(String text) {
        return text.lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toSet());
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "token-keys");
        thread.setDaemon(true);
        return thread;
    }
}
