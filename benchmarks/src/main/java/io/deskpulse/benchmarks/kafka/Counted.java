package io.deskpulse.benchmarks.kafka;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.deskpulse.localstack.process.Ports;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;

/** Asks Redis how far the heads of all partitions have come. Used by one thread. */
public final class Counted implements AutoCloseable {
    private static final int PARTITIONS = 12;

    private final Socket socket;
    private final BufferedReader answers;
    private final byte[] question;

    public Counted(int redisPort, int generation) throws IOException {
        socket = new Socket(Ports.HOST, redisPort);
        answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
        StringBuilder commands = new StringBuilder();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            commands.append("HGET {")
                    .append(partition)
                    .append("}:g")
                    .append(generation)
                    .append(":head position\r\n");
        }
        question = commands.toString().getBytes(US_ASCII);
    }

    /** Events that are counted, over all partitions. */
    public long positions() throws IOException {
        socket.getOutputStream().write(question);
        long sum = 0;
        for (int partition = 0; partition < PARTITIONS; partition++) {
            if (!answers.readLine().equals("$-1")) {
                sum += Long.parseLong(answers.readLine());
            }
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
