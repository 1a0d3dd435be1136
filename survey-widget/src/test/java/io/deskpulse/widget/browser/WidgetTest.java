package io.deskpulse.widget.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The widget in a real browser, in a page of a strict policy, against a service that can be made to fail. */
class WidgetTest {
    private static final String AFTER_CHAT =
            "{\"conversation\":\"c-1\",\"customer\":\"k-7\",\"trigger\":\"after-chat\"}";

    private StubService service;
    private StrictPage shop;
    private Page page;

    @BeforeEach
    void start() {
        Chromium.get();
        service = new StubService();
    }

    @AfterEach
    void end() {
        if (shop != null) {
            shop.close();
            assertThat(shop.complaints())
                    .as("errors and what the policy blocked")
                    .isEmpty();
        }
        if (service != null) {
            service.close();
        }
    }

    @Test
    void anAnswerIsSavedWithEachStepAndFinished() {
        service.offers("csat");
        visit(desktop());
        shop.ask(AFTER_CHAT);

        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("How satisfied are you");
        Sight.check(page, "csat-begin");
        point("2 of 5").check(new Locator.CheckOptions().setForce(true));
        option("It took too long").check(new Locator.CheckOptions().setForce(true));
        page.getByLabel("tell us more").fill("Two days without a word.");
        assertThat(page.getByText("Saved", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        Sight.check(page, "csat-low");
        send();
        assertThat(page.getByText("Your answer helps us get better.")).isVisible();
        Sight.check(page, "csat-thanks");

        assertThat(shop.result())
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("outcome", "finished")
                .containsEntry("sent", true);
        assertThat(service.told())
                .contains(
                        "POST /shown",
                        "PUT /answers/csat {\"value\":2}",
                        "PUT /answers/reason {\"options\":[\"slow\"]}")
                .contains("PUT /answers/comment {\"text\":\"Two days without a word.\"}")
                .endsWith("POST /finish");
        assertThat(kept()).isEmpty();
        assertThat((List<?>) shop.events()).asList().contains("offered", "shown", "answered", "finished", "sent");
    }

    private void visit(Browser.NewContextOptions options) {
        shop = new StrictPage(service, options);
        page = shop.page();
    }

    private static Browser.NewContextOptions desktop() {
        return new Browser.NewContextOptions().setViewportSize(1100, 800).setReducedMotion(ReducedMotion.REDUCE);
    }

    private static Browser.NewContextOptions phone() {
        return new Browser.NewContextOptions()
                .setViewportSize(360, 640)
                .setDeviceScaleFactor(2)
                .setHasTouch(true)
                .setIsMobile(true);
    }

    private Locator point(String name) {
        return page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    private Locator option(String name) {
        return page.getByLabel(name);
    }

    private void send() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send"))
                .click();
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> kept() {
        return (Map<String, String>) page.evaluate("() => ({...localStorage})");
    }
}
