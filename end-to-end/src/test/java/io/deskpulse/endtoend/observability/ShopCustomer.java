package io.deskpulse.endtoend.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.deskpulse.localstack.process.Ports;
import io.deskpulse.localstack.shop.DemoShop;
import io.deskpulse.localstack.shop.ShopSettings;
import io.deskpulse.localstack.token.Token;
import io.deskpulse.widget.browser.Chromium;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The one person in a shop: asks where an order is, and answers the survey that comes. */
final class ShopCustomer {
    static final String COMMENT = "Quick and friendly";

    private final TracedDeployment deployment;
    private final String tenant;

    ShopCustomer(TracedDeployment deployment, String tenant) {
        this.deployment = deployment;
        this.tenant = tenant;
    }

    /** Returns the trace id that the widget has sent with the answer. */
    String answerInABrowser() {
        List<String> sent = new CopyOnWriteArrayList<>();
        try (DemoShop shop = shop();
                BrowserContext context = Chromium.get().newContext()) {
            Page page = context.newPage();
            page.onRequest(request -> {
                String header = request.headers().get("traceparent");
                if (header != null && request.url().contains("/answers/")) {
                    sent.add(header);
                }
            });
            page.navigate(shop.address() + "/?language=en");
            page.getByText("Where is my order?").click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("End chat"))
                    .click();
            page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("5 of 5"))
                    .first()
                    .check(new Locator.CheckOptions().setForce(true));
            page.getByLabel("tell us more").fill(COMMENT);
            page.getByText("Saved").waitFor();
        }
        assertThat(sent).isNotEmpty().allMatch(header -> header.matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00"));
        return sent.get(0).substring(3, 35);
    }

    private DemoShop shop() {
        int port = Ports.free();
        String origin = DemoShop.origin(port).toString();
        return DemoShop.open(
                port,
                new ShopSettings(
                        deployment.service("ingest-service").base(),
                        deployment.service("survey-service").base(),
                        deployment.service("metrics-service").base(),
                        new ShopSettings.Tokens(
                                token("ingest:write", List.of()),
                                token("survey:answer", List.of(origin)),
                                token("survey:manage", List.of()),
                                token("metrics:read", List.of()))),
                Clock.systemUTC());
    }

    private String token(String scope, List<String> origins) {
        return deployment.token(new Token(tenant, List.of(scope), Duration.ofDays(1), origins));
    }
}
