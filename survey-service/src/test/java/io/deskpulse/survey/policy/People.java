package io.deskpulse.survey.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.survey.Definitions;
import io.deskpulse.survey.definition.Definition;
import io.deskpulse.survey.definition.Policy;
import io.deskpulse.survey.definition.document.DefinitionReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** People who have something to do with a shop now and then, for a hundred days, and are asked what may be asked. */
final class People {
    static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final long DAYS = 100;
    private static final Duration VALID = Duration.ofDays(5);

    /** Surveys by what they are asked with: a widget, a link, an e-mail. */
    private final List<Definition> surveys;

    private final Duration rest;
    private final Random random;

    /** A survey that asks somebody. The person meets it at {@code met}, or never where that is null. */
    record Offer(int survey, boolean sent, Instant made, Instant met) {
        /** As the service knows it at this time. */
        Contact contact(Instant now) {
            Instant shown = sent || met == null || met.isAfter(now) ? null : met;
            return new Contact(id(survey), sent, made, made.plus(VALID), shown, null);
        }
    }

    People(Duration rest, List<Duration> again, long seed) {
        this.rest = rest;
        this.surveys = again.stream()
                .map(own -> definition("{\"again\": \"" + own + "\"}"))
                .toList();
        this.random = new Random(seed);
    }

    static Definition definition(String policy) {
        return DefinitionReader.read(
                Definitions.afterChat("\"policy\": " + policy).getBytes(UTF_8));
    }

    static UUID id(int survey) {
        return new UUID(0, survey);
    }

    /** All offers that one person gets. */
    List<Offer> live() {
        List<Offer> offers = new ArrayList<>();
        int occasions = random.nextInt(25);
        List<Instant> times = random.longs(occasions, 0, Duration.ofDays(DAYS).toMinutes())
                .sorted()
                .mapToObj(minutes -> BEGIN.plus(Duration.ofMinutes(minutes)))
                .toList();
        for (Instant now : times) {
            int survey = random.nextInt(surveys.size());
            List<Contact> contacts =
                    offers.stream().map(offer -> offer.contact(now)).toList();
            if (Eligibility.of(situation(now, survey, contacts)).failure().isEmpty()) {
                offers.add(offer(now, survey));
            }
        }
        return offers;
    }

    private Situation situation(Instant now, int survey, List<Contact> contacts) {
        Past past = new Past(Past.Earlier.NOTHING, Optional.empty(), contacts, rest, 0);
        return new Situation(
                now,
                id(survey),
                Optional.of(surveys.get(survey)),
                Policy.Ask.REQUEST,
                Optional.empty(),
                "someone",
                Map.of(),
                0,
                past);
    }

    /** Whoever gets an e-mail has met it; of the others half are never seen, some a minute before they expire. */
    private Offer offer(Instant now, int survey) {
        if (random.nextInt(3) == 0) {
            return new Offer(survey, true, now, now);
        }
        return switch (random.nextInt(4)) {
            case 0, 1 -> new Offer(survey, false, now, null);
            case 2 -> new Offer(survey, false, now, now.plus(VALID).minusSeconds(60));
            default -> new Offer(survey, false, now, now.plusSeconds(random.nextInt(86_400)));
        };
    }
}
