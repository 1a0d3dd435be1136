package io.deskpulse.alerting.text;

import io.deskpulse.alerting.alert.Reason;
import io.deskpulse.alerting.alert.State;
import io.deskpulse.alerting.rule.Condition;
import io.deskpulse.alerting.rule.Rule;
import io.deskpulse.alerting.rule.Severity;
import io.deskpulse.catalogue.cell.Dimension;
import io.deskpulse.catalogue.definition.Text;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Simplified Chinese. */
final class ChinesePhrases implements Phrases {
    private static final Map<String, String> ROWS = Map.of(
            "episodes", "个会话",
            "replies", "次响应",
            "messages", "条消息",
            "answers", "个回答",
            "offers", "次调查邀请",
            "visits", "次访问",
            "incidents", "起故障",
            "events", "个事件");

    @Override
    public String tag() {
        return "zh-CN";
    }

    @Override
    public String of(Text text) {
        return text.zh();
    }

    @Override
    public String nothing() {
        return "无数据";
    }

    @Override
    public String percent(String number) {
        return number + "%";
    }

    @Override
    public String points(String number) {
        return number + " 个百分点";
    }

    @Override
    public String seconds(String number) {
        return number + " 秒";
    }

    @Override
    public String milliseconds(String number) {
        return number + " 毫秒";
    }

    @Override
    public String hours(String number) {
        return number + " 小时";
    }

    @Override
    public String perMinute(String number) {
        return "每分钟 " + number;
    }

    @Override
    public String length(Duration length) {
        return Lengths.words(length, " ", " 天", " 小时", " 分钟", " 秒");
    }

    @Override
    public String dimension(Dimension dimension) {
        return switch (dimension) {
            case CHANNEL -> "渠道";
            case SCENE -> "场景";
            case LANGUAGE -> "语言";
            case VARIANT -> "变体";
            case CAMPAIGN -> "活动";
            case SEGMENT -> "客群";
            case REGION -> "地区";
            case HANDLER -> "处理方";
            case TOPIC -> "主题";
        };
    }

    @Override
    public String any(List<String> values) {
        return String.join(" 或 ", values);
    }

    @Override
    public String list(List<String> values) {
        return String.join("、", values);
    }

    @Override
    public String subject(String metric, String group) {
        return group.isEmpty() ? metric : group + " 的" + metric;
    }

    @Override
    public String sample(long count, String rows) {
        return Figures.whole(count) + " " + ROWS.getOrDefault(rows, "个样本");
    }

    @Override
    public String state(State state) {
        return switch (state) {
            case NORMAL -> "正常";
            case PENDING -> "待定";
            case FIRING -> "告警中";
            case RECOVERING -> "恢复中";
        };
    }

    @Override
    public String severity(Severity severity) {
        return switch (severity) {
            case INFO -> "提示";
            case WARNING -> "警告";
            case CRITICAL -> "严重";
        };
    }

    @Override
    public String reason(Reason reason) {
        return switch (reason) {
            case BREACHED -> "满足告警条件";
            case HELD -> "告警条件已持续足够长时间";
            case RECOVERED -> "已恢复";
            case KEPT_LONG_ENOUGH -> "恢复状态已持续足够长时间";
            case NO_DATA -> "没有数据";
            case INSUFFICIENT_SAMPLE -> "数据太少";
            case VANISHED -> "数据序列已消失";
            case ERROR -> "规则无法评估";
            case RULE_CHANGED -> "规则已修改";
            case RULE_REMOVED -> "规则已移除";
            case RESOLVED_BY_HAND -> "已手动解决";
            case HAPPENED -> "会话中发生了此情况";
            case OVER -> "已结束";
        };
    }

    @Override
    public String summary(Rule rule, Said said) {
        if (rule.condition() instanceof Condition.Always) {
            return said.state() == State.NORMAL
                    ? said.name() + "已结束：" + reason(said.reason())
                    : said.name() + "：告警系统工作正常；本告警始终触发，收不到时须立即处理";
        }
        return switch (said.reason()) {
            case BREACHED, HELD, INSUFFICIENT_SAMPLE -> breach(rule.condition(), said) + behind(said);
            case RECOVERED, KEPT_LONG_ENOUGH -> recovered(rule.condition(), said) + behind(said);
            case NO_DATA -> said.subject() + "最近 " + said.window() + "没有数据";
            case VANISHED -> said.subject() + "的数据序列已消失";
            default -> said.subject() + "：" + reason(said.reason());
        };
    }

    @Override
    public String description(Rule rule, Said said) {
        StringBuilder text = new StringBuilder(said.name())
                .append("：")
                .append(summary(rule, said))
                .append('。');
        if (said.interval() != null) {
            text.append("95% 置信区间：").append(said.interval()).append('。');
        }
        if (said.span() != null) {
            text.append("时间窗口：").append(said.span()).append('。');
        }
        return text.toString();
    }

    private static String breach(Condition condition, Said said) {
        if (condition instanceof Condition.Change) {
            return said.subject() + "为 " + said.value() + "，此前为 " + said.baseline() + "（变化 " + said.change() + "，阈值 "
                    + said.limit() + "）";
        }
        if (condition instanceof Condition.BurnRate burnRate) {
            return said.subject() + "为 " + said.value() + "，预算消耗速度超过允许的 " + Figures.number(burnRate.factor(), 2)
                    + " 倍（阈值 " + said.limit() + "）";
        }
        return condition instanceof Condition.NoData
                ? said.subject() + "最近 " + said.window() + "没有数据"
                : said.subject() + "为 " + said.value() + "（阈值 " + said.limit() + "）";
    }

    private static String recovered(Condition condition, Said said) {
        return condition instanceof Condition.NoData
                ? said.subject() + "已恢复数据"
                : said.subject() + "已恢复：" + said.value() + "（阈值 " + said.limit() + "）";
    }

    private static String behind(Said said) {
        return said.sample() == null ? "" : "，最近 " + said.window() + "共 " + said.sample();
    }
}
