package io.deskpulse.widget.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A visitor of a page with the widget; nothing may have been blocked by its policy in the end. */
abstract class WidgetInAPage {
    static final String AFTER_CHAT = "{\"conversation\":\"c-1\",\"customer\":\"k-7\",\"trigger\":\"after-chat\"}";

    /** Native inputs lie under what is seen of them, which Playwright takes for covered. */
    static final Locator.CheckOptions FORCED = new Locator.CheckOptions().setForce(true);

    StubService service;
    StrictPage shop;
    Page page;

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

    void visit(Browser.NewContextOptions options) {
        visit(options, "");
    }

    void visit(Browser.NewContextOptions options, String before) {
        shop = new StrictPage(service, options, before);
        page = shop.page();
    }

    static Browser.NewContextOptions desktop() {
        return new Browser.NewContextOptions().setViewportSize(1100, 800).setReducedMotion(ReducedMotion.REDUCE);
    }

    static Browser.NewContextOptions phone() {
        return new Browser.NewContextOptions()
                .setViewportSize(360, 680)
                .setDeviceScaleFactor(2)
                .setHasTouch(true)
                .setIsMobile(true);
    }

    Locator point(String name) {
        return page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    Locator exactly(String text) {
        return page.getByText(text, new Page.GetByTextOptions().setExact(true));
    }

    void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    void send() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send"))
                .click();
    }
}
