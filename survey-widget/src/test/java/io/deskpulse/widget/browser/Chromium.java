package io.deskpulse.widget.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Chromium of this machine, one for all tests of this JVM; none is ever downloaded. Tests are skipped where there is
 * none, unless the variable {@code DESKPULSE_BROWSER_TESTS} is {@code required}.
 */
public final class Chromium {
    private static final List<String> USUAL =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final String NONE =
            "tests in a browser need Chromium: install it (apt-get install chromium), or name"
                    + " its program in DESKPULSE_CHROMIUM";

    private static Browser running;

    private Chromium() {}

    /** The browser; ends the test as skipped where there is none. */
    public static synchronized Browser get() {
        if (running == null) {
            Optional<Path> program = program();
            if (program.isEmpty() && "required".equals(System.getenv("DESKPULSE_BROWSER_TESTS"))) {
                throw new IllegalStateException(NONE);
            }
            assumeTrue(program.isPresent(), NONE);
            running = start(program.get());
        }
        return running;
    }

    private static Browser start(Path program) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "close-chromium"));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of("--disable-gpu", "--force-color-profile=srgb")));
    }

    private static Optional<Path> program() {
        String named = System.getenv("DESKPULSE_CHROMIUM");
        return (named == null ? USUAL : List.of(named))
                .stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }
}
