package io.deskpulse.widget.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing that was answered is lost while the service cannot be reached. */
class OfflineTest extends WidgetInAPage {
    @BeforeEach
    void ask() {
        service.offers("csat");
        visit(desktop());
        shop.ask(AFTER_CHAT);
        await().until(() -> service.told().contains("POST /shown"));
    }

    @Test
    void answersAreKeptAndSentInOrderWhenTheDeviceIsBack() {
        shop.context().setOffline(true);
        point("2 of 5").check(FORCED);
        page.getByLabel("It took too long").check(FORCED);
        assertThat(page.getByText("No connection.")).isVisible();
        Sight.check(page, "offline");
        send();
        assertThat(page.getByText("There is no connection just now.")).isVisible();
        assertThat(shop.result()).containsEntry("outcome", "finished").containsEntry("sent", false);

        shop.context().setOffline(false);

        await().until(() -> service.told().contains("POST /finish"));
        assertThat(service.told())
                .containsSubsequence(
                        "PUT /answers/csat {\"value\":2}",
                        "PUT /answers/reason {\"options\":[\"slow\"]}",
                        "POST /finish");
        await().until(() -> shop.kept().isEmpty());
        assertThat(page.getByText("There is no connection just now.")).hasCount(0);
    }

    @Test
    void aPageThatIsLoadedLaterSendsWhatIsLeft() {
        shop.context().setOffline(true);
        point("4 of 5").check(FORCED);
        assertThat(page.getByText("No connection.")).isVisible();
        assertThat(shop.kept()).hasSize(1);
        page.close();
        shop.context().setOffline(false);

        shop.openAnother(service);

        await().until(() -> service.told().contains("PUT /answers/csat {\"value\":4}"));
        await().until(() -> shop.kept().toString().contains("\"words\":[]"));
    }

    @Test
    void answersOfBeforeStandAgainInTheForm() {
        service.hasPending();
        point("2 of 5").check(FORCED);
        page.getByLabel("It took too long").check(FORCED);
        await().until(() -> service.told().size() == 3);

        shop.open(service);
        shop.ask(AFTER_CHAT);

        assertThat(point("2 of 5")).isChecked();
        assertThat(page.getByLabel("It took too long")).isChecked();
    }

    @Test
    void aBusyServiceIsGivenTheTimeItAsksFor() {
        service.fails(429, "2", "rate-limited");
        Instant begin = Instant.now();
        point("5 of 5").check(FORCED);

        await().until(() -> service.told().contains("PUT /answers/csat {\"value\":5}"));

        assertThat(Duration.between(begin, Instant.now())).isGreaterThan(Duration.ofSeconds(2));
        assertThat(exactly("Saved")).isVisible();
    }

    @Test
    void whatATokenNoLongerOpensIsKeptForAPageWithABetterOne() {
        service.fails(401, null, "unauthorized");
        point("3 of 5").check(FORCED);

        assertThat(page.getByText("cannot be shown at the moment")).isVisible();
        assertThat(shop.result()).containsEntry("outcome", "failed").containsEntry("reason", "unauthorized");
        shop.open(service);

        await().until(() -> service.told().contains("PUT /answers/csat {\"value\":3}"));
    }

    @Test
    void aServiceThatFailsIsAskedAgain() {
        service.fails(503, null, "unavailable");
        point("5 of 5").check(FORCED);
        send();

        assertThat(page.getByText("Your answer helps us get better.")).isVisible();
        await().until(() -> service.told().contains("POST /finish"));
        assertThat(service.told()).containsSubsequence("PUT /answers/csat {\"value\":5}", "POST /finish");
    }
}
