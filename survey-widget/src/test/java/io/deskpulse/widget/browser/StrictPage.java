package io.deskpulse.widget.browser;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A page of another origin than the service, under the strictest policy it can have, that writes down what is blocked. */
final class StrictPage implements AutoCloseable {
    private final BrowserContext context;
    private Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    StrictPage(StubService service, Browser.NewContextOptions options) {
        this(service, options, "");
    }

    /** With a script that runs before those of the page. */
    StrictPage(StubService service, Browser.NewContextOptions options, String before) {
        context = Chromium.get().newContext(options);
        context.setDefaultTimeout(10_000);
        context.addInitScript(before);
        page = newPage();
        open(service);
    }

    private Page newPage() {
        Page opened = context.newPage();
        opened.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        opened.onPageError(complaints::add);
        return opened;
    }

    /** Loads the page (again) and initialises the widget. */
    void open(StubService service) {
        page.navigate(service.shop());
        until("() => window.Deskpulse instanceof EventTarget");
        page.evaluate(
                "url => { window.events = []; for (const name of ['offered','shown','answered','finished','dismissed','error','sent'])"
                        + " Deskpulse.on(name, e => events.push(name)); Deskpulse.init({url, token: 'publishable', nonce: 'n0'}); }",
                service.url());
    }

    /** Asks without waiting for the person; {@link #result} has what came of it. */
    void ask(String wish) {
        page.evaluate(
                "wish => { window.result = undefined; Deskpulse.ask(wish).then(r => window.result = r); }",
                Json.of(wish));
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> result() {
        until("() => !!window.result");
        return (Map<String, Object>) page.evaluate("() => window.result");
    }

    /** What is kept on the device. */
    @SuppressWarnings("unchecked")
    Map<String, String> kept() {
        return (Map<String, String>) page.evaluate("() => ({...localStorage})");
    }

    /** Another page of the same visitor. */
    void openAnother(StubService service) {
        page = newPage();
        open(service);
    }

    /** Playwright's own waiting evaluates text, which the policy forbids. */
    private void until(String condition) {
        await().pollInterval(Duration.ofMillis(50)).until(() -> (Boolean) page.evaluate(condition));
    }

    @SuppressWarnings("unchecked")
    List<String> events() {
        return (List<String>) page.evaluate("() => events");
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
