package io.deskpulse.benchmarks.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.DoubleStream;

/** Some connections that each send the next request as soon as they have the answer to the last one. */
public final class ClosedLoop {
    private static final int NO_FASTER = 4;
    private static final double FASTER = 1.05;

    private final String host;
    private final int port;
    private final int connections;
    private final List<byte[]> requests;
    private final AtomicInteger next = new AtomicInteger();

    /**
     * @param requests sent in turn, over and over
     */
    public ClosedLoop(String host, int port, int connections, List<byte[]> requests) {
        this.host = host;
        this.port = port;
        this.connections = connections;
        this.requests = requests;
    }

    /**
     * What came of it.
     *
     * @param perSecond requests a second that were answered 2xx
     * @param others how many were answered otherwise, by status
     * @param millis how long each answer took
     */
    public record Outcome(double perSecond, Map<Integer, Long> others, double[] millis) {}

    /**
     * Loads until it gets no faster: until {@value #NO_FASTER} slices in a row have not beaten the best one before by a
     * twentieth. A JVM on few cores compiles for the better part of a minute, and takes a core for that.
     *
     * @param slice seconds
     * @param atMost slices
     */
    public void warmUp(double slice, int atMost) throws InterruptedException {
        double best = 0;
        int noFaster = 0;
        for (int i = 0; i < atMost && noFaster < NO_FASTER; i++) {
            double perSecond = run(slice).perSecond();
            noFaster = perSecond > best * FASTER ? 0 : noFaster + 1;
            best = Math.max(best, perSecond);
        }
    }

    /** Loads for so long. */
    public Outcome run(double seconds) throws InterruptedException {
        LongAdder done = new LongAdder();
        Map<Integer, Long> others = new TreeMap<>();
        Queue<DoubleStream.Builder> times = new ConcurrentLinkedQueue<>();
        long began = System.nanoTime();
        long end = began + (long) (seconds * 1e9);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            Thread thread = new Thread(() -> loop(end, done, others, times), "load-" + i);
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double elapsed = (System.nanoTime() - began) / 1e9;
        double[] millis =
                times.stream().flatMapToDouble(DoubleStream.Builder::build).toArray();
        return new Outcome(done.sum() / elapsed, others, millis);
    }

    private void loop(long end, LongAdder done, Map<Integer, Long> others, Queue<DoubleStream.Builder> times) {
        DoubleStream.Builder own = DoubleStream.builder();
        times.add(own);
        try (Connection connection = new Connection(host, port)) {
            for (long sent = System.nanoTime(); sent < end; sent = System.nanoTime()) {
                int turn = Math.floorMod(next.getAndIncrement(), requests.size());
                int status = connection.send(requests.get(turn));
                if (status / 100 == 2) {
                    done.increment();
                    own.add((System.nanoTime() - sent) / 1e6);
                } else {
                    note(others, status);
                }
            }
        } catch (IOException e) {
            note(others, 0);
        }
    }

    private static void note(Map<Integer, Long> others, int status) {
        synchronized (others) {
            others.merge(status, 1L, Long::sum);
        }
    }
}
