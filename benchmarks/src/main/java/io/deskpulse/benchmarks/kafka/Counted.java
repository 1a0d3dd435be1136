package io.deskpulse.benchmarks.kafka;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.deskpulse.localstack.process.Ports;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Asks Redis how far the heads of all partitions have come. Used by one thread. */
public final class Counted implements AutoCloseable {
    private static final int PARTITIONS = 12;

    private final Socket socket;
    private final BufferedReader answers;
    private final byte[] heads;
    private final byte[] unsaved;

    public Counted(int redisPort, int generation) throws IOException {
        socket = new Socket(Ports.HOST, redisPort);
        answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
        heads = commands("HGET {%d}:g%d:head position\r\n", generation);
        unsaved = commands("ZCARD {%d}:g%d:unsaved\r\n", generation);
    }

    private static byte[] commands(String command, int generation) {
        return IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> command.formatted(partition, generation))
                .collect(Collectors.joining())
                .getBytes(US_ASCII);
    }

    /** Events that are counted, over all partitions. */
    public long positions() throws IOException {
        socket.getOutputStream().write(heads);
        long sum = 0;
        for (int partition = 0; partition < PARTITIONS; partition++) {
            if (!answers.readLine().equals("$-1")) {
                sum += Long.parseLong(answers.readLine());
            }
        }
        return sum;
    }

    /** Keys that Postgres does not hold yet as they are, over all partitions. */
    public long unsaved() throws IOException {
        socket.getOutputStream().write(unsaved);
        long sum = 0;
        for (int partition = 0; partition < PARTITIONS; partition++) {
            sum += Long.parseLong(answers.readLine().substring(1));
        }
        return sum;
    }

    /** Removes everything. */
    public void forgetAll() throws IOException {
        socket.getOutputStream().write("FLUSHALL\r\n".getBytes(US_ASCII));
        answers.readLine();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
