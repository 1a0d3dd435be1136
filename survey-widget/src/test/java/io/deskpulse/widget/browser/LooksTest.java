package io.deskpulse.widget.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import org.junit.jupiter.api.Test;

/** How it looks in each state and to each reader: pictures for people, and axe for what people do not see. */
class LooksTest extends WidgetInAPage {
    private static final String CSAT = StubService.text("/surveys/csat.json");

    @Test
    void fromTheFirstPointToTheThanks() {
        service.offers("csat");
        service.finishesWith("{\"code\":\"SAVE10-7F3K\"}");
        visit(desktop());
        shop.ask(AFTER_CHAT);
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
        Sight.check(page, "csat-1-begin");
        point("2 of 5").check(FORCED);
        page.getByLabel("It took too long").check(FORCED);
        assertThat(exactly("Saved")).isVisible();
        Sight.check(page, "csat-2-low");
        send();
        assertThat(exactly("SAVE10-7F3K")).isVisible();
        Sight.check(page, "csat-3-thanks");
    }

    @Test
    void onAPhoneInChinese() {
        service.offers("csat-zh");
        visit(phone());
        shop.ask(AFTER_CHAT);
        point("2 分").check(FORCED);
        page.getByLabel("补充说明").fill("等了两天。");
        assertThat(page.getByText("已保存")).isVisible();
        Sight.check(page, "phone-zh");
    }

    @Test
    void everyKindWithFaults() {
        service.offers("all-kinds");
        visit(desktop());
        page.setViewportSize(760, 2000);
        shop.ask(AFTER_CHAT);
        page.getByLabel("A refund").check(FORCED);
        send();
        assertThat(page.getByText("Please rate every line.")).isVisible();
        Sight.check(page, "all-kinds");
    }

    @Test
    void fromRightToLeftOnAPhone() {
        service.offers("nps-ar");
        visit(phone());
        shop.ask(AFTER_CHAT);
        point("7 of 10").check(FORCED);
        assertThat(page.getByText("ما الذي ينبغي أن نحسنه؟")).isVisible();
        Sight.check(page, "rtl-phone");
    }

    @Test
    void darkWithTheDevice() {
        service.offers("csat");
        visit(desktop().setColorScheme(ColorScheme.DARK));
        shop.ask(AFTER_CHAT);
        point("4 of 5").check(FORCED);
        assertThat(exactly("Saved")).isVisible();
        Sight.check(page, "dark");
    }

    @Test
    void inColoursThatNobodyCouldReadAsTheyAre() {
        service.offersText(CSAT.replace("#1f6feb", "#ffe066").replace("#1b1f24", "#c8c8c8"));
        visit(desktop());
        shop.ask(AFTER_CHAT);
        point("2 of 5").check(FORCED);
        page.getByLabel("It took too long").check(FORCED);
        Sight.check(page, "poor-colours");
    }

    @Test
    void inTheColoursOfABrand() {
        service.offersText(CSAT.replace("#1f6feb", "#f59e0b")
                .replace("#ffffff", "#1e1b4b")
                .replace("#1b1f24", "#e0e7ff")
                .replace("bottom-right", "centre"));
        visit(desktop());
        shop.ask(AFTER_CHAT);
        point("2 of 5").check(FORCED);
        page.getByLabel("It took too long").check(FORCED);
        Sight.check(page, "brand-centre");
    }

    @Test
    void inTheColoursThatAPersonForces() {
        service.offers("csat");
        visit(desktop().setForcedColors(ForcedColors.ACTIVE));
        shop.ask(AFTER_CHAT);
        point("2 of 5").check(FORCED);
        page.getByLabel("It took too long").check(FORCED);
        Sight.check(page, "forced-colours");
    }

    @Test
    void whereStyleSheetsCannotBeConstructed() {
        service.offers("csat");
        visit(desktop(), "CSSStyleSheet.prototype.replaceSync = undefined");
        shop.ask(AFTER_CHAT);
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCSS("border-top-left-radius", "16px");
    }

    @Test
    void enlargedTwiceNothingIsCut() {
        service.offers("csat");
        visit(desktop());
        page.setViewportSize(320, 420);
        shop.ask(AFTER_CHAT);
        point("2 of 5").check(FORCED);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send"))
                .scrollIntoViewIfNeeded();
        Sight.check(page, "small");
    }
}
