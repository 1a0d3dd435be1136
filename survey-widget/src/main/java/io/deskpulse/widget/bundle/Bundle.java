package io.deskpulse.widget.bundle;

import io.mvnpm.esbuild.Bundler;
import io.mvnpm.esbuild.resolve.Resolver;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Makes {@code deskpulse.js} and {@code deskpulse.js.gz} of the sources of the widget with esbuild, and fails where it has
 * grown beyond what a page should have to load. Runs in the build only.
 */
public final class Bundle {
    /** What the widget may weigh on the wire: 12 KB. */
    static final int LARGEST = 12_000;

    private static final String BROWSERS = "--target=chrome100,safari15.4,firefox100";

    private final Path esbuild;
    private final Path sources;
    private final Path work;
    private final Path out;

    private Bundle(Path esbuild, Path sources, Path work, Path out) {
        this.esbuild = esbuild;
        this.sources = sources;
        this.work = work;
        this.out = out;
    }

    /**
     * Bundles.
     *
     * @param args folders: the sources, one for what is in between, one for what comes out
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path esbuild = Resolver.create().resolve(Bundler.ESBUILD_EMBEDDED_VERSION);
        new Bundle(esbuild, Path.of(args[0]), Path.of(args[1]), Path.of(args[2])).run();
    }

    private void run() throws IOException, InterruptedException {
        Files.createDirectories(out);
        Path styles = work.resolve("widget.css");
        esbuild("widget.css", "--minify", BROWSERS, "--outfile=" + styles);
        esbuild("page.css", "--minify", BROWSERS, "--outfile=" + out.resolve("page.css"));
        compress("page.css");
        Path script = out.resolve("deskpulse.js");
        esbuild(
                "deskpulse.ts",
                "--bundle",
                "--minify",
                "--format=iife",
                "--target=es2020",
                "--charset=utf8",
                "--alias:styles=" + styles,
                "--loader:.css=text",
                "--legal-comments=none",
                "--outfile=" + script);
        byte[] small = compress("deskpulse.js");
        if (small.length > LARGEST) {
            throw new IllegalStateException(
                    "deskpulse.js has %,d bytes gzipped; it must stay below %,d: every page loads it"
                            .formatted(small.length, LARGEST));
        }
        System.out.printf("deskpulse.js: %,d bytes, %,d gzipped%n", Files.size(script), small.length);
    }

    private void esbuild(String entry, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(esbuild.toString(), sources.resolve(entry).toString()));
        command.addAll(List.of(options));
        command.add("--log-level=warning");
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IllegalStateException("esbuild failed with exit code " + code + "; see above");
        }
    }

    private byte[] compress(String name) throws IOException {
        byte[] small = gzip(Files.readAllBytes(out.resolve(name)));
        Files.write(out.resolve(name + ".gz"), small);
        return small;
    }

    private static byte[] gzip(byte[] plain) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
