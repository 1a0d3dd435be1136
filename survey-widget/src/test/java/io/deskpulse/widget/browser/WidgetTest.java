package io.deskpulse.widget.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people do with the widget, and what the service is told of it. */
class WidgetTest extends WidgetInAPage {
    @Test
    void anAnswerIsSavedWithEachStepAndFinished() {
        service.offers("csat");
        visit(desktop());
        shop.ask(AFTER_CHAT);

        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("How satisfied are you");
        point("2 of 5").check(FORCED);
        page.getByLabel("It took too long").check(FORCED);
        page.getByLabel("tell us more").fill("Two days without a word.");
        assertThat(exactly("Saved")).isVisible();
        send();
        assertThat(page.getByText("Your answer helps us get better.")).isVisible();

        assertThat(shop.result()).containsEntry("outcome", "finished").containsEntry("sent", true);
        assertThat(service.told())
                .contains("POST /shown", "PUT /answers/csat {\"value\":2}")
                .contains("PUT /answers/reason {\"options\":[\"slow\"]}")
                .contains("PUT /answers/comment {\"text\":\"Two days without a word.\"}")
                .endsWith("POST /finish");
        assertThat(shop.kept()).isEmpty();
        assertThat(shop.events()).contains("offered", "shown", "answered", "finished", "sent");
    }

    @Test
    void keyboardAloneIsEnough() {
        service.offers("csat");
        visit(desktop());
        page.getByText("End the chat").focus();
        shop.ask(AFTER_CHAT);

        assertThat(page.getByRole(AriaRole.DIALOG)).isFocused();
        press("Tab", "Tab", "Space", "ArrowRight", "ArrowRight", "ArrowRight");
        assertThat(point("4 of 5")).isFocused();
        press("Tab");
        page.keyboard().type("By hand");
        press("Tab", "Enter");
        assertThat(page.getByText("Your answer helps us get better.")).isFocused();
        press("Escape");

        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(page.getByText("End the chat")).isFocused();
        assertThat(service.told())
                .contains("PUT /answers/csat {\"value\":4}", "PUT /answers/comment {\"text\":\"By hand\"}")
                .endsWith("POST /finish");
    }

    @Test
    void whoWritesIsNotDisturbed() {
        service.offers("csat");
        visit(desktop());
        page.getByLabel("Message").fill("I also want");
        shop.ask(AFTER_CHAT);

        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();

        assertThat(page.getByLabel("Message")).isFocused();
        assertThat(page.locator("deskpulse-survey [role=status].sr")).hasText("How did we do?");
        press("Escape");
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
    }

    @Test
    void aSurveyInTheMiddleWaitsForWhoWritesAndKeepsTheFocus() {
        service.offersText(StubService.text("/surveys/csat.json").replace("bottom-right", "centre"));
        visit(desktop());
        page.getByLabel("Message").fill("Wait");
        shop.ask(AFTER_CHAT);
        await().until(() -> shop.events().contains("offered"));
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);

        page.getByText("End the chat").focus();
        assertThat(page.getByRole(AriaRole.DIALOG)).isFocused();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("A shop")))
                .hasCount(1);
        press("Escape");

        assertThat(page.getByText("End the chat")).isFocused();
        assertThat(shop.result()).containsEntry("outcome", "dismissed");
    }

    @Test
    void whatAnAnswerHidesIsTakenBack() {
        service.offers("csat");
        visit(desktop());
        shop.ask(AFTER_CHAT);
        point("1 of 5").check(FORCED);
        page.getByLabel("Something else").check(FORCED);
        await().until(() -> service.told().contains("PUT /answers/reason {\"options\":[\"other\"]}"));

        point("5 of 5").check(FORCED);

        assertThat(page.getByText("What went wrong?")).hasCount(0);
        point("1 of 5").check(FORCED);
        assertThat(page.getByLabel("Something else")).not().isChecked();
    }

    @Test
    void whatIsRequiredIsAskedForAndEveryKindIsSent() {
        service.offers("all-kinds");
        visit(desktop());
        shop.ask(AFTER_CHAT);
        send();
        assertThat(page.getByText("Please answer this question.")).hasCount(2);
        assertThat(page.getByText("Please rate every line.")).isVisible();
        assertThat(within("How satisfied are you, all in all?", "1 of 7")).isFocused();

        within("Was that good?", "3 of 3").check(FORCED);
        within("How satisfied are you, all in all?", "6 of 7").check(FORCED);
        page.getByLabel("Add a comment").fill("Fine 🎉");
        within("And from one to ten?", "10 of 10").check(FORCED);
        within("How likely", "0 of 10").check(FORCED);
        within("It was easy", "3 of 5").check(FORCED);
        within("Speed of the answers", "5 of 5").check(FORCED);
        within("Solving my problem", "4 of 5").check(FORCED);
        send();
        assertThat(within("Friendliness and attitude", "1 of 5")).isFocused();
        within("Friendliness and attitude", "3 of 5").check(FORCED);
        page.getByLabel("A refund").check(FORCED);
        page.getByLabel("What did you send back?").fill("A lamp");
        send();
        assertThat(page.getByText("We read every answer.")).isVisible();

        assertThat(service.told())
                .contains(
                        "PUT /answers/csat3 {\"value\":3}",
                        "PUT /answers/csat7 {\"value\":6,\"comment\":\"Fine 🎉\"}",
                        "PUT /answers/csat10 {\"value\":10}",
                        "PUT /answers/nps {\"value\":0}",
                        "PUT /answers/ces {\"value\":3}",
                        "PUT /answers/quality {\"values\":{\"speed\":5,\"solving\":4,\"attitude\":3}}",
                        "PUT /answers/topic {\"options\":[\"refund\"]}",
                        "PUT /answers/refund {\"text\":\"A lamp\"}")
                .endsWith("POST /finish");
    }

    @Test
    void itCountsAsShownOnceItIsSeen() {
        service.offers("all-kinds");
        visit(desktop());
        page.evaluate("() => { document.querySelector('[data-deskpulse]').style.marginTop = '3000px' }");
        shop.ask(AFTER_CHAT);
        assertThat(page.getByText("Your view of our service")).isVisible();
        page.evaluate("() => new Promise(go => setTimeout(go, 800))");
        assertThat(service.told()).isEmpty();

        page.evaluate("() => scrollTo(0, 3000)");

        await().until(() -> service.told().equals(List.of("POST /shown")));
    }

    @Test
    void aCodeIsShownWithTheThanks() {
        service.offers("csat");
        service.finishesWith("{\"code\":\"SAVE10-7F3K\"}");
        visit(desktop());
        shop.ask(AFTER_CHAT);
        point("5 of 5").check(FORCED);
        send();

        assertThat(exactly("SAVE10-7F3K")).isVisible();
        assertThat(shop.result()).containsEntry("code", "SAVE10-7F3K");
    }

    @Test
    void nobodyIsAskedTwiceWhoHasClosedIt() {
        service.offers("csat");
        service.hasPending();
        visit(desktop());
        shop.ask(AFTER_CHAT);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Close"))
                .click();
        assertThat(shop.result()).containsEntry("outcome", "dismissed");

        shop.open(service);
        shop.ask(AFTER_CHAT);

        assertThat(shop.result()).containsEntry("outcome", "not-offered").containsEntry("reason", "already-closed");
    }

    @Test
    void whoIsNotToBeAskedSeesNothing() {
        service.offersNothing("quota-reached");
        visit(desktop());
        shop.ask(AFTER_CHAT);

        assertThat(shop.result()).containsEntry("outcome", "not-offered").containsEntry("reason", "quota-reached");
        assertThat(page.locator("deskpulse-survey")).hasCount(0);
    }

    @Test
    void whatHasEndedMeanwhileIsSaidSo() {
        service.offers("csat");
        visit(desktop());
        shop.ask(AFTER_CHAT);
        await().until(() -> service.told().contains("POST /shown"));
        service.fails(410, null, "offer-expired");
        point("5 of 5").check(FORCED);

        assertThat(page.getByText("This survey has ended")).isVisible();
        assertThat(shop.result()).containsEntry("outcome", "failed").containsEntry("reason", "offer-expired");
    }

    @Test
    void callsBeforeTheScriptHasComeAreNotLost() {
        service.offers("csat");
        String stub =
                """
                if (location.pathname.startsWith('/shop')) {
                  const q = [];
                  window.Deskpulse = {q};
                  for (const name of ['init', 'ask', 'on']) {
                    Deskpulse[name] = (...given) => new Promise(go => q.push([name, go, ...given]));
                  }
                  Deskpulse.init({url: location.origin.replace('localhost', '127.0.0.1'), token: 'publishable'});
                  Deskpulse.ask({conversation: 'c-9', trigger: 'after-chat'}).then(r => window.early = r.outcome);
                }""";
        visit(desktop(), stub);

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Close"))
                .click();

        await().until(() -> "dismissed".equals(page.evaluate("() => window.early")));
    }

    private Locator within(String group, String point) {
        return page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(group))
                .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(point))
                .first();
    }
}
