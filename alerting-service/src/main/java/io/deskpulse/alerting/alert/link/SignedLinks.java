package io.deskpulse.alerting.alert.link;

import io.deskpulse.alerting.alert.AckLinks;
import io.deskpulse.alerting.alert.ActOnAlerts;
import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.alert.Alerts;
import io.deskpulse.alerting.alert.Change;
import io.deskpulse.alerting.alert.State;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Makes links to alerts, and follows them. Thread-safe. */
@Singleton
public class SignedLinks implements AckLinks {
    /** Who acknowledges by a link: whoever was sent it. */
    private static final String ACTOR = "link";

    private final Tokens tokens;
    private final Optional<String> base;
    private final LinkSettings settings;
    private final Alerts alerts;
    private final ActOnAlerts act;
    private final Clock clock;

    SignedLinks(
            Tokens tokens,
            ExternalSettings external,
            LinkSettings settings,
            Alerts alerts,
            ActOnAlerts act,
            Clock clock) {
        this.tokens = tokens;
        this.base = external.externalUrl().map(url -> url.replaceFirst("/$", ""));
        this.settings = settings;
        this.alerts = alerts;
        this.act = act;
        this.clock = clock;
    }

    /** What a link leads to. */
    public sealed interface Destination {
        /** An alert that nobody takes care of yet. */
        record Open(Alert alert) implements Destination {}

        /** Somebody takes care of it. */
        record Acknowledged(Alert alert) implements Destination {}

        /** Its episode is over, or the link too old. */
        record Over() implements Destination {}

        /** Nothing: the link is none of ours, or not whole. */
        record Changed() implements Destination {}
    }

    @Override
    public Optional<URI> to(Alert alert) {
        if (base.isEmpty() || alert.state() == State.NORMAL || !tokens.ready()) {
            return Optional.empty();
        }
        Token token = new Token(
                alert.tenant(),
                alert.fingerprint(),
                alert.startedAt(),
                clock.instant().plus(settings.validity()));
        return base.map(url -> URI.create(url + "/a/" + tokens.write(token)));
    }

    /** Changes nothing. */
    public Destination look(String token) {
        return tokens.read(token).map(this::destination).orElseGet(Destination.Changed::new);
    }

    /** Acknowledges; a second time changes nothing. */
    public Destination acknowledge(String token) {
        Destination before = look(token);
        if (!(before instanceof Destination.Open open)) {
            return before;
        }
        Alert alert = open.alert();
        act.acknowledge(alert.tenant(), alert.fingerprint(), ACTOR, null);
        return look(token);
    }

    private Destination destination(Token token) {
        Optional<Alert> standing = alerts.find(token.tenant(), token.fingerprint())
                .map(Change::alert)
                .filter(alert -> alert.state() != State.NORMAL)
                .filter(alert ->
                        alert.startedAt().truncatedTo(ChronoUnit.MILLIS).equals(token.startedAt()))
                .filter(alert -> clock.instant().isBefore(token.expiresAt()));
        if (standing.isEmpty()) {
            return new Destination.Over();
        }
        Alert alert = standing.get();
        return alert.acknowledged().isPresent() ? new Destination.Acknowledged(alert) : new Destination.Open(alert);
    }
}
