package io.deskpulse.simulator.shop;

import io.deskpulse.simulator.dialogue.Language;
import io.deskpulse.simulator.random.Dice;

/** The people of the shop. Each is made up from their number when needed, and is the same each time. Immutable. */
public final class Customers {
    private static final double ANONYMOUS = 0.08;
    private static final String[] CHINESE_CHANNELS = {"wechat", "wechat", "wechat", "app", "app", "web", "email"};
    private static final String[] ENGLISH_CHANNELS = {"web", "web", "web", "whatsapp", "whatsapp", "app", "email"};
    private static final String[] CHINESE_REGIONS = {"cn-east", "cn-east", "cn-south", "cn-north", "cn-west", "hk"};
    private static final String[] ENGLISH_REGIONS = {"us", "us", "eu", "sea", "ca"};
    private static final String[] SEGMENTS = {"new", "new", "new", "regular", "regular", "regular", "regular", "vip"};

    private final long seed;
    private final String prefix;
    private final int count;

    public Customers(long seed, int count) {
        this.seed = seed;
        this.prefix = Long.toString(seed, 36) + "-";
        this.count = count;
    }

    /** Someone. Few come often: the square makes the low numbers regulars. */
    public Customer any(Dice dice) {
        double place = dice.unit();
        int number = (int) (place * place * count);
        boolean anonymous = dice.chance(ANONYMOUS);
        return number(number, anonymous ? dice.number() >>> 24 : -1);
    }

    private Customer number(int number, long anonymousVisit) {
        Dice traits = new Dice(Dice.seed(seed, number, 77));
        boolean chinese = traits.chance(0.65);
        String channel = traits.any(chinese ? CHINESE_CHANNELS : ENGLISH_CHANNELS);
        String region = traits.any(chinese ? CHINESE_REGIONS : ENGLISH_REGIONS);
        String segment = traits.any(SEGMENTS);
        Language language = chinese ? Language.CHINESE : Language.ENGLISH;
        if (anonymousVisit >= 0) {
            return new Customer(
                    null, "va" + prefix + Long.toString(anonymousVisit, 36), language, region, "new", channel);
        }
        return new Customer("u" + prefix + number, "v" + prefix + number, language, region, segment, channel);
    }
}
