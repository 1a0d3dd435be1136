package io.deskpulse.benchmarks.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * So many changed cells a second over some tenants, with a watermark each second. In each minute one group of every dimension resolves nothing; all
 * others do well. Its methods may be called from any thread.
 */
public final class CellLoad implements AutoCloseable {
    private static final long MINUTE = TimeUnit.MINUTES.toMillis(1);
    private static final int SLICES_A_SECOND = 10;

    private final CellWriter writer;
    private final List<byte[]> tenants;
    private final int partitions;
    private final int slice;
    private final List<Cell> cells = Cell.all();
    /** When it was told that all of a minute is counted, by the minute's end. */
    private final Map<Long, Long> told = new ConcurrentHashMap<>();

    private final Thread thread = new Thread(this::run, "cells");
    private volatile boolean ending;
    private volatile long written;
    private volatile long late;
    private int next;

    public CellLoad(String bootstrapServers, int tenants, int partitions, int perSecond) {
        this.writer = new CellWriter(bootstrapServers, partitions);
        this.tenants = IntStream.range(0, tenants)
                .mapToObj(number -> tenant(number).getBytes(UTF_8))
                .toList();
        this.partitions = partitions;
        this.slice = perSecond / SLICES_A_SECOND;
    }

    /** The name of a tenant. */
    public static String tenant(int number) {
        return "load-" + number;
    }

    public void start() {
        thread.start();
    }

    /** How many cells were written. */
    public long written() {
        return written;
    }

    /** By how many milliseconds it was behind its pace, at most. */
    public long late() {
        return late;
    }

    /** When, in milliseconds of the wall clock, the watermark that is beyond a moment was written; null where it was not. */
    public Long passed(long moment) {
        return told.get(moment);
    }

    private void run() {
        long began = System.currentTimeMillis();
        for (long slices = 1; !ending; slices++) {
            long now = System.currentTimeMillis();
            for (int i = 0; i < slice; i++) {
                write(now);
            }
            written += slice;
            if (slices % SLICES_A_SECOND == 0) {
                tell(now);
            }
            long ahead = began + slices * 1_000 / SLICES_A_SECOND - System.currentTimeMillis();
            late = Math.max(late, -ahead);
            pause(ahead);
        }
    }

    private void tell(long now) {
        writer.countedUntil(now);
        told.putIfAbsent(now / MINUTE * MINUTE, System.currentTimeMillis());
    }

    /** All cells of all tenants and partitions in turn. */
    private void write(long now) {
        int at = next;
        next = (next + 1) % (cells.size() * partitions * tenants.size());
        Cell cell = cells.get(at % cells.size());
        int partition = at / cells.size() % partitions;
        long minute = now / MINUTE;
        long closed = 1 + (now - minute * MINUTE) / 500;
        boolean bad = cell.group() == minute % Cell.GROUPS;
        byte[] tenant = tenants.get(at / cells.size() / partitions);
        writer.write(tenant, cell, partition, minute * MINUTE, closed, bad ? 0 : closed);
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(Math.max(0, millis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws InterruptedException {
        ending = true;
        thread.join();
        writer.close();
    }
}
