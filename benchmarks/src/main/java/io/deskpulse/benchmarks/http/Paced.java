package io.deskpulse.benchmarks.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** Sends requests at a fixed rate, however long their answers take, until it is closed. */
public final class Paced implements AutoCloseable {
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicLong slot = new AtomicLong();
    private final LongAdder accepted = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final long began = System.nanoTime();
    private volatile boolean open = true;

    /**
     * @param connections enough that one is always free
     * @param perSecond requests a second
     * @param requests sent in turn, over and over
     */
    public Paced(String host, int port, int connections, double perSecond, List<byte[]> requests) {
        for (int i = 0; i < connections; i++) {
            Thread thread = new Thread(() -> loop(host, port, perSecond, requests), "paced-" + i);
            thread.start();
            threads.add(thread);
        }
    }

    private void loop(String host, int port, double perSecond, List<byte[]> requests) {
        try (Connection connection = new Connection(host, port)) {
            while (open) {
                long turn = slot.getAndIncrement();
                long due = began + (long) (turn / perSecond * 1e9);
                while (open && System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                boolean taken = connection.send(requests.get((int) (turn % requests.size()))) / 100 == 2;
                (taken ? accepted : refused).increment();
            }
        } catch (IOException e) {
            refused.increment();
        }
    }

    /** Requests a second that were answered 2xx since the beginning. */
    public double acceptedPerSecond() {
        return accepted.sum() / ((System.nanoTime() - began) / 1e9);
    }

    /** Requests that were not. */
    public long refused() {
        return refused.sum();
    }

    @Override
    public void close() {
        open = false;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
