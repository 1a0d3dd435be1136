package io.deskpulse.survey.result.export;

import io.deskpulse.survey.result.Dimension;
import java.time.ZoneId;
import java.util.function.BiFunction;

/** What stands in an export beside the answers. */
enum Fact {
    OFFER("offer", "Offer", "邀请", (offer, zone) -> offer.id().toString()),
    VERSION("version", "Version", "版本", (offer, zone) -> offer.version()),
    ZONE("zone", "Time zone", "时区", (offer, zone) -> zone.getId()),
    OFFERED_AT("offeredAt", "Offered at", "邀请时间", (offer, zone) -> offer.offeredAt()),
    SHOWN_AT("shownAt", "Shown at", "展示时间", (offer, zone) -> offer.shownAt()),
    FINISHED_AT("finishedAt", "Finished at", "完成时间", (offer, zone) -> offer.finishedAt()),
    CONVERSATION("conversation", "Conversation", "会话", (offer, zone) -> offer.conversation()),
    CUSTOMER("customer", "Customer", "客户", (offer, zone) -> offer.customer()),
    WEIGHT("weight", "Weight", "权重", (offer, zone) -> offer.weight()),
    CHANNEL(Dimension.CHANNEL, "Channel", "渠道"),
    LANGUAGE(Dimension.LANGUAGE, "Language", "语言"),
    MEANS(Dimension.MEANS, "Asked by", "调查方式"),
    STRATUM(Dimension.STRATUM, "Stratum", "抽样层"),
    OUTCOME(Dimension.OUTCOME, "Outcome", "结果"),
    HANDLER(Dimension.HANDLER, "Handler", "处理方"),
    SCENE(Dimension.SCENE, "Scene", "场景"),
    SEGMENT(Dimension.SEGMENT, "Segment", "客户群"),
    VARIANT(Dimension.VARIANT, "Variant", "模型版本"),
    REGION(Dimension.REGION, "Region", "地区"),
    TOPIC(Dimension.TOPIC, "Topic", "主题");

    private final String id;
    private final String english;
    private final String chinese;
    private final BiFunction<AnsweredOffer, ZoneId, Object> value;

    Fact(String id, String english, String chinese, BiFunction<AnsweredOffer, ZoneId, Object> value) {
        this.id = id;
        this.english = english;
        this.chinese = chinese;
        this.value = value;
    }

    Fact(Dimension dimension, String english, String chinese) {
        this(dimension.wire(), english, chinese, (offer, zone) -> offer.facts().get(dimension));
    }

    String id() {
        return id;
    }

    /** What it is called by who speaks so. */
    String label(boolean inChinese) {
        return inChinese ? chinese : english;
    }

    /** A text, number or Instant; null where it is not known. */
    Object of(AnsweredOffer offer, ZoneId zone) {
        return value.apply(offer, zone);
    }
}
