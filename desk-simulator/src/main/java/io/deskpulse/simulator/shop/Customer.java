package io.deskpulse.simulator.shop;

import io.deskpulse.simulator.dialogue.Language;

/**
 * Somebody who buys at the shop.
 *
 * @param id null for a visitor who is not logged in
 * @param channel where they write from
 */
public record Customer(String id, String visitor, Language language, String region, String segment, String channel) {}
