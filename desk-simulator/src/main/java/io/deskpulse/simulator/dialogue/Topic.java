package io.deskpulse.simulator.dialogue;

import io.deskpulse.contracts.event.Scene;

/** What customers ask about, how often, and how hard it is for a bot. */
public enum Topic {
    ORDER_STATUS("order-status", Scene.AFTERSALES, 24, 0.6),
    RETURNS("returns", Scene.AFTERSALES, 15, 1.1),
    INVOICE("invoice", Scene.AFTERSALES, 7, 0.8),
    COUPONS("coupons", Scene.PRESALES, 13, 0.9),
    SIZE_ADVICE("size-advice", Scene.PRESALES, 14, 1.0),
    PAYMENT_FAILURE("payment-failure", Scene.PRESALES, 8, 1.3),
    DELIVERY_LATE("delivery-late", Scene.COMPLAINT, 9, 1.5),
    PRODUCT_QUALITY("product-quality", Scene.COMPLAINT, 6, 1.8),
    OPENING_HOURS("opening-hours", Scene.OTHER, 4, 0.4);

    private static final Topic[] BY_WEIGHT = byWeight();

    private final String id;
    private final Scene scene;
    private final int weight;
    private final double difficulty;

    Topic(String id, Scene scene, int weight, double difficulty) {
        this.id = id;
        this.scene = scene;
        this.weight = weight;
        this.difficulty = difficulty;
    }

    /** Each topic as many times as it has parts in a hundred. */
    private static Topic[] byWeight() {
        return java.util.Arrays.stream(values())
                .flatMap(topic -> java.util.Collections.nCopies(topic.weight, topic).stream())
                .toArray(Topic[]::new);
    }

    /** One of these at random is a topic as often as customers ask about it. */
    public static Topic[] asOftenAsAsked() {
        return BY_WEIGHT.clone();
    }

    public String id() {
        return id;
    }

    public Scene scene() {
        return scene;
    }

    /** 1 is as hard as any; at 2 a bot fails twice as often. */
    public double difficulty() {
        return difficulty;
    }
}
