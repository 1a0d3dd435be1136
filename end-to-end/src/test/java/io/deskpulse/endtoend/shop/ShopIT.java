package io.deskpulse.endtoend.shop;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.deskpulse.widget.browser.Chromium;
import io.deskpulse.widget.browser.Sight;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People in a shop of another origin, in front of the real services: they chat, are asked, answer, and are counted. */
class ShopIT {
    private static final Locator.CheckOptions FORCED = new Locator.CheckOptions().setForce(true);

    private static Shop shop;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void open() {
        Chromium.get();
        shop = new Shop("shop");
    }

    @AfterAll
    static void close() {
        if (shop != null) {
            shop.close();
        }
    }

    @AfterEach
    void leave() {
        if (context != null) {
            context.close();
        }
        assertThat(complaints).as("errors and what policies blocked").isEmpty();
    }

    @Test
    void anAnswerByMouseReachesTheScoreWithinTwoSeconds() {
        visit(desktop(), "en");
        page.getByText("Where is my order?").click();
        assertThat(page.getByText("arrives tomorrow")).isVisible();
        Sight.check(page, "shop-1-chat");
        Shop.Counted before = shop.csat();
        button("End chat").click();
        radio("5 of 5").check(FORCED);
        page.getByLabel("tell us more").fill("Quick and friendly");
        assertThat(page.getByText("Saved")).isVisible();
        Sight.check(page, "shop-2-asked");

        button("Send").click();

        assertThat(page.getByText("Your answer helps us get better.")).isVisible();
        Instant thanked = Instant.now();
        await().pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> {
                    assertThat(shop.csat().number()).isEqualTo(before.number() + 1);
                    assertThat(shop.csat().sum()).isEqualTo(before.sum() + 5);
                });
        Duration counted = Duration.between(thanked, Instant.now());
        System.out.printf("from thanks to score: %,d ms%n", counted.toMillis());
        assertThat(counted).isLessThan(Duration.ofSeconds(2));
        Sight.check(page, "shop-3-thanks");
    }

    @Test
    void aChineseCustomerAnswersOnAPhoneByKeyboardAlone() {
        visit(phone(), "zh-CN");
        page.getByText("我想退货").click();
        assertThat(page.getByText("30 天内可以退货")).isVisible();
        Sight.check(page, "shop-phone-zh-1-chat");
        button("结束聊天").focus();
        press("Enter");
        assertThat(page.getByRole(AriaRole.DIALOG)).isFocused();
        press("Tab", "Tab", "Space", "ArrowRight");
        assertThat(radio("2 分")).isChecked();
        press("Tab", "Tab", "Space");
        assertThat(page.getByLabel("等待时间太长")).isChecked();
        while (!Boolean.TRUE.equals(page.getByLabel("想告诉我们的").evaluate("it => it.matches(':focus')"))) {
            press("Tab");
        }
        page.keyboard().type("等了两天才有人回复。");
        Sight.check(page, "shop-phone-zh-2-asked");
        press("Tab", "Enter");

        assertThat(page.getByText("您的反馈会帮助我们做得更好")).isFocused();
        Sight.check(page, "shop-phone-zh-3-thanks");
        press("Escape");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
    }

    @Test
    void whoLosesTheConnectionLosesNoAnswer() {
        visit(desktop(), "en");
        Shop.Counted before = shop.csat();
        button("End chat").click();
        assertThat(radio("1 of 5")).isVisible();
        context.setOffline(true);
        radio("1 of 5").check(FORCED);
        page.getByLabel("It took too long").check(FORCED);
        assertThat(page.getByText("No connection.")).isVisible();
        button("Send").click();
        assertThat(page.getByText("There is no connection just now.")).isVisible();
        assertThat(shop.csat()).isEqualTo(before);

        context.setOffline(false);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(shop.csat())
                .isEqualTo(new Shop.Counted(before.number() + 1, before.sum() + 1)));
    }

    @Test
    void aLinkOpensThePageOnceAndIsUsedUpThen() {
        visit(desktop().setColorScheme(ColorScheme.DARK), "en");
        page.getByLabel("Survey after the chat").selectOption("service-quality");
        button("Get the link instead").click();
        String link = page.locator("#linked a").getAttribute("href");
        Sight.check(page, "shop-dark-link");

        page.navigate(link);
        assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("Your view of our service");
        Sight.check(page, "link-1-dark");
        button("Send").click();
        assertThat(page.getByText("Please answer this question.")).isVisible();
        radio("4 of 5").check(FORCED);
        assertThat(page.getByText("Saved")).isVisible();
        page.reload();
        assertThat(radio("4 of 5")).isChecked();
        button("Send").click();
        assertThat(page.getByText("We read every answer.")).isVisible();
        Sight.check(page, "link-2-thanks");
        page.reload();

        assertThat(page.getByText("You have answered already")).isVisible();
        assertThat(page.locator("script")).hasCount(0);
    }

    @Test
    void aLinkInChineseFitsAPhone() {
        visit(phone(), "zh-CN");
        button("结束聊天").waitFor();
        page.evaluate("() => document.getElementById('link').click()");
        String link = page.locator("#linked a").getAttribute("href");

        page.navigate(link);

        assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("我们的服务怎么样？");
        radio("5 分（").check(FORCED);
        assertThat(page.getByText("已保存")).isVisible();
        Sight.check(page, "link-phone-zh");
    }

    private void visit(Browser.NewContextOptions options, String language) {
        context = Chromium.get().newContext(options.setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(15_000);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onResponse(response -> {
            // a link that is used up is gone
            if (response.status() >= 400 && response.status() != 410) {
                complaints.add(response.status() + " " + response.request().method() + " " + response.url());
            }
        });
        page.navigate(shop.page(language));
        assertThat(page.locator("#messages .bot")).isVisible();
    }

    private static Browser.NewContextOptions desktop() {
        return new Browser.NewContextOptions().setViewportSize(1360, 900);
    }

    private static Browser.NewContextOptions phone() {
        return new Browser.NewContextOptions()
                .setViewportSize(390, 800)
                .setDeviceScaleFactor(2)
                .setHasTouch(true)
                .setIsMobile(true);
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private Locator radio(String name) {
        return page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    private void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }
}
