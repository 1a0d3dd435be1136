package io.deskpulse.widget.browser;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A page of another origin than the service, under the strictest policy it can have, that writes down what is blocked. */
final class StrictPage implements AutoCloseable {
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    StrictPage(StubService service, Browser.NewContextOptions options) {
        context = Chromium.get().newContext(options);
        context.setDefaultTimeout(10_000);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        open(service);
    }

    /** Loads the page (again) and initialises the widget. */
    void open(StubService service) {
        page.navigate(service.shop());
        until("() => !!window.Deskpulse");
        page.evaluate(
                "url => { window.events = []; for (const name of ['offered','shown','answered','finished','dismissed','error','sent'])"
                        + " Deskpulse.on(name, e => events.push(name)); Deskpulse.init({url, token: 'publishable'}); }",
                service.url());
    }

    /** Asks without waiting for the person; {@link #result} has what came of it. */
    void ask(String wish) {
        page.evaluate(
                "wish => { window.result = undefined; Deskpulse.ask(wish).then(r => window.result = r); }",
                Json.of(wish));
    }

    Object result() {
        until("() => !!window.result");
        return page.evaluate("() => window.result");
    }

    /** Playwright's own waiting evaluates text, which the policy forbids. */
    private void until(String condition) {
        await().pollInterval(Duration.ofMillis(50)).until(() -> (Boolean) page.evaluate(condition));
    }

    Object events() {
        return page.evaluate("() => events");
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** What was blocked, and errors. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        context.close();
    }
}
