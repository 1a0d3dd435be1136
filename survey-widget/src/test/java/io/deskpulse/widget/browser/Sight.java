package io.deskpulse.widget.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;

/** What a page looks like to those who see it, and to those who do not. */
public final class Sight {
    private static final Path FOLDER = Path.of("target", "screenshots");
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private Sight() {}

    /** Keeps a picture in {@code target/screenshots}, and asserts that axe finds nothing wrong. */
    public static void check(Page page, String name) {
        page.evaluate("() => Promise.all(document.getAnimations().map(each => each.finished.catch(() => 0)))");
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
        List<String> violations = new AxeBuilder(page)
                .withTags(RULES).analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream().map(node -> "%s: %s %s"
                                .formatted(rule.getId(), node.getTarget(), node.getFailureSummary())))
                        .toList();
        assertThat(violations).as(name).isEmpty();
    }
}
