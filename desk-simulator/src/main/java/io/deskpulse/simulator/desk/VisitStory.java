package io.deskpulse.simulator.desk;

import io.deskpulse.contracts.event.EventType;
import io.deskpulse.contracts.event.VisitActionKind;
import io.deskpulse.simulator.random.Dice;
import io.deskpulse.simulator.shop.Customer;

/** A look around the shop. */
final class VisitStory {
    private final Shop shop;

    VisitStory(Shop shop) {
        this.shop = shop;
    }

    /** A visit that leads to no conversation. */
    Timeline tell(long second, int number, long order, Dice dice) {
        Timeline timeline = new Timeline(dice, shop.id("w", second, number), order);
        Customer customer = shop.customers().any(dice);
        String channel = dice.chance(0.6) ? "web" : "app";
        long begin = second * 1000 + dice.below(1000);
        start(timeline, customer, channel, Campaigns.any(dice), dice, begin);
        boolean bounces = dice.chance(0.42);
        double seconds = dice.around(bounces ? 8 : 110, 0.7);
        if (dice.chance(0.85)) {
            act(timeline, customer, VisitActionKind.WIDGET_SHOWN, begin + 900);
        }
        if (!bounces && dice.chance(0.15)) {
            act(timeline, customer, VisitActionKind.WIDGET_OPENED, begin + (long) (seconds * 300));
        }
        if (!bounces && dice.chance(0.3)) {
            act(timeline, customer, VisitActionKind.LINK_CLICKED, begin + (long) (seconds * 500));
        }
        end(timeline, customer, bounces ? 1 : 2 + dice.below(9), seconds, begin);
        return timeline.close();
    }

    /** The visit in which a conversation begins; returns when it begins. */
    static long before(Timeline timeline, Customer customer, String campaign, Dice dice, long begin) {
        double seconds = dice.around(60, 0.7);
        start(timeline, customer, customer.channel(), campaign, dice, begin);
        act(timeline, customer, VisitActionKind.WIDGET_SHOWN, begin + 900);
        long opened = begin + 1_000 + (long) (seconds * 1000);
        act(timeline, customer, VisitActionKind.WIDGET_OPENED, opened);
        if (customer.id() != null) {
            timeline.data().text("customer", customer.id());
            timeline.add(EventType.CUSTOMER_LINKED, Sources.SITE, customer.visitor(), opened + 200);
        }
        end(timeline, customer, 1 + dice.below(9), seconds + dice.around(200, 0.6), begin);
        return opened + 1_000;
    }

    private static void start(
            Timeline timeline, Customer customer, String channel, String campaign, Dice dice, long begin) {
        timeline.data()
                .text("channel", channel)
                .text("campaign", campaign)
                .text("segment", customer.segment())
                .text("region", customer.region())
                .text("page", dice.any("/", "/sale", "/jackets", "/shoes", "/orders"));
        timeline.add(EventType.VISIT_STARTED, Sources.SITE, customer.visitor(), begin);
    }

    private static void act(Timeline timeline, Customer customer, VisitActionKind action, long millis) {
        timeline.data().text("action", action.wire());
        timeline.add(EventType.VISIT_ACTION, Sources.SITE, customer.visitor(), millis);
    }

    private static void end(Timeline timeline, Customer customer, int pages, double seconds, long begin) {
        timeline.data().integer("pages", pages).integer("seconds", (long) seconds);
        timeline.add(EventType.VISIT_ENDED, Sources.SITE, customer.visitor(), begin + (long) (seconds * 1000) + 1_000);
    }
}
