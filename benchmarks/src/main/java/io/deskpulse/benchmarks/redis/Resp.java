package io.deskpulse.benchmarks.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.localstack.process.Ports;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.List;

/** One connection to Redis that sends what was encoded before, so that neither side of a comparison pays for a client. Used by one thread. */
public final class Resp implements AutoCloseable {
    private final Socket socket;
    private final InputStream answers;

    public Resp(int port) throws IOException {
        socket = new Socket(Ports.HOST, port);
        socket.setTcpNoDelay(true);
        answers = new BufferedInputStream(socket.getInputStream(), 65_536);
    }

    /** A command as Redis reads it; texts and byte arrays. */
    public static byte[] command(List<?> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        line(bytes, "*" + parts.size());
        for (Object part : parts) {
            byte[] value = part instanceof byte[] raw ? raw : part.toString().getBytes(UTF_8);
            line(bytes, "$" + value.length);
            bytes.writeBytes(value);
            line(bytes, "");
        }
        return bytes.toByteArray();
    }

    private static void line(ByteArrayOutputStream bytes, String text) {
        bytes.writeBytes(text.getBytes(US_ASCII));
        bytes.write('\r');
        bytes.write('\n');
    }

    /** Sends commands and returns the last of so many answers. */
    public String ask(byte[] commands, int answers) throws IOException {
        socket.getOutputStream().write(commands);
        String last = "";
        for (int i = 0; i < answers; i++) {
            last = answer();
        }
        return last;
    }

    /** An array is told as its number of parts. */
    private String answer() throws IOException {
        String head = line();
        String value = head.substring(1);
        switch (head.charAt(0)) {
            case '$' -> {
                int length = Integer.parseInt(value);
                return length < 0 ? "" : new String(answers.readNBytes(length + 2), 0, length, UTF_8);
            }
            case '*' -> {
                for (int left = Integer.parseInt(value); left > 0; left--) {
                    answer();
                }
                return value;
            }
            case '-' -> throw new IOException("Redis says: " + value);
            default -> {
                return value;
            }
        }
    }

    private String line() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int next = answers.read(); next != '\r'; next = answers.read()) {
            text.append((char) next);
        }
        answers.read();
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
