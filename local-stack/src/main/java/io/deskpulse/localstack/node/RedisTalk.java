package io.deskpulse.localstack.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.localstack.process.Ports;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Words with one Redis server over a plain socket, for those who set it up or break it. Used by one thread at a time. */
public final class RedisTalk implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 5_000;

    private final Socket socket;
    private final DataInputStream in;

    /** @throws IOException where nobody listens */
    public RedisTalk(int port) throws IOException {
        socket = new Socket(Ports.HOST, port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    }

    /** A refusal of the server, in its words. */
    public static final class Refused extends IOException {
        private Refused(String words) {
            super(words);
        }
    }

    /** Asks one server one thing, whose answer is text, a number, or nothing (null). */
    public static String ask(int port, String... words) throws IOException {
        try (var talk = new RedisTalk(port)) {
            var answer = talk.call(words);
            return answer == null ? null : answer.toString();
        }
    }

    /**
     * Sends a command.
     *
     * @return a {@code String}, a {@code Long}, a {@code List} of these, or null
     * @throws Refused where the server answers with an error
     */
    public Object call(String... words) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(("*" + words.length + "\r\n").getBytes(UTF_8));
        for (var word : words) {
            var content = word.getBytes(UTF_8);
            bytes.writeBytes(("$" + content.length + "\r\n").getBytes(UTF_8));
            bytes.writeBytes(content);
            bytes.writeBytes("\r\n".getBytes(UTF_8));
        }
        bytes.writeTo(socket.getOutputStream());
        return reply();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private Object reply() throws IOException {
        var head = line();
        var rest = head.substring(1);
        return switch (head.charAt(0)) {
            case '+' -> rest;
            case ':' -> Long.valueOf(rest);
            case '$' -> rest.equals("-1") ? null : text(Integer.parseInt(rest));
            case '*' -> list(Integer.parseInt(rest));
            default -> throw new Refused(rest);
        };
    }

    private String text(int length) throws IOException {
        var content = new String(in.readNBytes(length), UTF_8);
        line();
        return content;
    }

    private List<Object> list(int length) throws IOException {
        var all = new ArrayList<Object>();
        for (int i = 0; i < length; i++) {
            all.add(reply());
        }
        return all;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("Redis hung up");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
