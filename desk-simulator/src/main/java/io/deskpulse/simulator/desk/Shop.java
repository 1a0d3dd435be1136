package io.deskpulse.simulator.desk;

import io.deskpulse.simulator.dialogue.Language;
import io.deskpulse.simulator.dialogue.Phrasebook;
import io.deskpulse.simulator.shop.Customers;
import io.deskpulse.simulator.shop.Incidents;
import java.util.EnumMap;
import java.util.Map;

/** What all stories of one desk share. */
final class Shop {
    private final String name;
    private final Customers customers;
    private final Incidents incidents;
    private final Map<Language, Phrasebook> phrasebooks = new EnumMap<>(Language.class);

    Shop(DeskSettings settings) {
        this.name = Long.toString(settings.seed(), 36);
        this.customers = new Customers(settings.seed(), settings.customers());
        this.incidents = new Incidents(settings.seed());
        for (Language language : Language.values()) {
            phrasebooks.put(language, Phrasebook.of(language));
        }
    }

    /** An id nobody else has, which tells its kind, the seed, the second and the number within it. */
    String id(String kind, long second, int number) {
        return kind + name + "-" + Long.toString(second, 36) + "-" + Integer.toString(number, 36);
    }

    Customers customers() {
        return customers;
    }

    Incidents incidents() {
        return incidents;
    }

    Phrasebook phrasebook(Language language) {
        return phrasebooks.get(language);
    }
}
