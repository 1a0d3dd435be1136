package io.deskpulse.endtoend.secure;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A receiver of alerts that takes what it is told and never answers. */
final class SilentReceiver implements AutoCloseable {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final HttpServer server;

    SilentReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            asked.countDown();
            awaitQuietly(over);
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** Whether somebody has begun to tell it something within this time. */
    boolean awaitAsked(Duration patience) throws InterruptedException {
        return asked.await(patience.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
