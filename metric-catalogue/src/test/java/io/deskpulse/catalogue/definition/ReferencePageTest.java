package io.deskpulse.catalogue.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/reference/metrics.md says what the catalogue says. Write it anew with {@code -Ddeskpulse.docs.write=true}. */
class ReferencePageTest {
    private static final Path PAGE = Path.of("..", "docs", "reference", "metrics.md");

    @Test
    void the_reference_page_is_the_catalogue() throws IOException {
        String expected = page();
        if (Boolean.getBoolean("deskpulse.docs.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, expected);
        }

        assertThat(Files.readString(PAGE))
                .as("run: ./mvnw -pl metric-catalogue test -Dtest=ReferencePageTest -Ddeskpulse.docs.write=true")
                .isEqualTo(expected);
    }

    private static String page() {
        StringBuilder page = new StringBuilder(
                """
                # Metrics

                Written from `metric-catalogue/src/main/resources/catalogue/metrics.yaml` by `ReferencePageTest`; change it there. How to ask for them: [query-api.md](query-api.md).

                An *episode* is one stretch of a conversation from start to close. The *cohort* says whose time a number is filed under. Times are in seconds, rates from 0 to 1.
                Rates come with a 95 % Wilson interval, means with a normal one, NPS with its own standard error, percentiles with the error of their sketch (1 %). Below 20 a value is flagged `lowSample`.
                A rate without denominator is null, never 0. Test conversations are left out of everything.

                ## Live

                | id | name | definition | made of | unit | cohort | target |
                |---|---|---|---|---|---|---|
                """);
        Catalogue catalogue = Catalogue.load();
        catalogue.metrics().stream().filter(Metric::live).forEach(metric -> page.append(row(metric))
                .append(cell(target(metric.target())))
                .append("|\n"));
        page.append("\n## Defined, not counted yet\n\n");
        page.append(
                "| id | name | definition | made of | unit | cohort | waits for |\n|---|---|---|---|---|---|---|\n");
        catalogue.metrics().stream().filter(metric -> !metric.live()).forEach(metric -> page.append(row(metric))
                .append(cell(metric.needs().stream().map(Need::id).sorted().collect(Collectors.joining(", "))))
                .append("|\n"));
        return page.toString();
    }

    private static String row(Metric metric) {
        return cell("`" + metric.id() + "`")
                + cell(metric.name().en() + " / " + metric.name().zh())
                + cell(metric.description().en())
                + cell(inputs(metric))
                + cell(metric.unit().id())
                + cell(metric.cohort().id());
    }

    private static String cell(String text) {
        return "| " + text.replace("|", "\\|") + " ";
    }

    private static String inputs(Metric metric) {
        Inputs inputs = metric.inputs();
        String made = String.join(" + ", inputs.numerator());
        made += inputs.less().isEmpty() ? "" : " - " + String.join(" - ", inputs.less());
        made += inputs.from() == null ? "" : " >= " + inputs.from() + " / " + made;
        made += inputs.weights().isEmpty() ? "" : " x mean " + String.join("", inputs.weights());
        String divisor = String.join(" + ", inputs.denominator());
        String stat = metric.stat() == null ? "" : " (" + metric.stat().id() + " by default)";
        return made
                + (divisor.isEmpty() ? "" : " / " + (inputs.denominator().size() > 1 ? "(" + divisor + ")" : divisor))
                + stat;
    }

    private static String target(Target target) {
        if (target == null) {
            return "";
        }
        String stat = target.stat() == null ? "" : target.stat().id() + " ";
        String low = target.atLeast() == null ? "" : ">= " + number(target.atLeast());
        String high = target.atMost() == null ? "" : "<= " + number(target.atMost());
        return stat + low + (low.isEmpty() || high.isEmpty() ? "" : ", ") + high;
    }

    private static String number(double number) {
        return number == Math.rint(number) ? String.format(Locale.ROOT, "%.0f", number) : String.valueOf(number);
    }
}
