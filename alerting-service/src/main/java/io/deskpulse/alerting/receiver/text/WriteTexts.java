package io.deskpulse.alerting.receiver.text;

import io.deskpulse.alerting.receiver.Delivery;
import io.deskpulse.alerting.receiver.Links;
import io.deskpulse.alerting.receiver.Texts;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Writes what people read. Whatever a tenant's template does, there is a text: ours where it fails, which
 * {@code deskpulse.alerting.receiver.template.failed} counts by kind and part. Thread-safe.
 */
@Singleton
public class WriteTexts {
    private static final Logger LOG = Logger.getLogger(WriteTexts.class);
    private static final int LONGEST_TITLE = 150;
    private static final int MOST_ALERTS = 50;

    private final Links links;
    private final MeterRegistry registry;

    WriteTexts(Links links, MeterRegistry registry) {
        this.links = links;
        this.registry = registry;
    }

    /** The text with as many alerts as fit; one that is too long even for one alert is cut by the caller. */
    public Written write(Delivery delivery, Medium medium, Predicate<String> fits) {
        String title = title(delivery);
        for (int alerts = MOST_ALERTS; ; alerts /= 2) {
            Map<String, Object> facts = Facts.of(delivery, links, alerts);
            Optional<String> own = own(delivery, "body", Texts::body, medium, facts);
            String body = own.orElseGet(() -> ours(delivery, medium, facts)).strip();
            if (alerts == 1 || fits.test(body)) {
                return own.isPresent() || medium != Medium.PLAIN
                        ? Written.of(title, body, medium)
                        : new Written(title, body, ours(delivery, Medium.HTML, facts));
            }
        }
    }

    /** In one line, 150 code points at most. */
    public String title(Delivery delivery) {
        Map<String, Object> facts = Facts.of(delivery, links, MOST_ALERTS);
        String title = own(delivery, "title", Texts::title, Medium.PLAIN, facts)
                .orElseGet(() -> OurTexts.title(delivery.receiver().language()).render(facts));
        return Cut.points(Medium.PLAIN.value(title).strip(), LONGEST_TITLE);
    }

    private static String ours(Delivery delivery, Medium medium, Map<String, Object> facts) {
        return OurTexts.body(delivery.receiver().language(), medium).render(facts);
    }

    private Optional<String> own(
            Delivery delivery,
            String part,
            Function<Texts, Optional<String>> which,
            Medium medium,
            Map<String, Object> facts) {
        Optional<String> template = which.apply(delivery.receiver().texts());
        try {
            return template.map(text -> OwnTemplate.parse(text, medium).render(facts))
                    .filter(text -> !text.isBlank());
        } catch (RuntimeException e) {
            String kind = delivery.receiver().kind().wire();
            registry.counter("deskpulse.alerting.receiver.template.failed", "kind", kind, "part", part)
                    .increment();
            LOG.warnf(
                    "The %s of receiver %s of tenant %s failed; ours was sent",
                    part, delivery.receiver().id(), delivery.receiver().tenant());
            return Optional.empty();
        }
    }
}
