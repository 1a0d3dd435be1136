package io.deskpulse.endtoend.deployment;

import io.deskpulse.localstack.process.Ports;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Someone who has his hands in Redis. */
public final class RedisConsole {
    private final int port;

    public RedisConsole(Deployment deployment) {
        port = deployment.stack().redis().port();
    }

    /** The names of all keys of this pattern. */
    public List<String> keys(String pattern) {
        return call("KEYS " + pattern);
    }

    /** Removes a key; it must be there. */
    public void delete(String key) {
        if (!call("DEL " + key).equals(List.of("1"))) {
            throw new IllegalStateException("there is no key " + key);
        }
    }

    /** Sends an inline command, whose words hold no spaces; returns the lines of its reply. */
    private List<String> call(String command) {
        try (Socket socket = new Socket(Ports.HOST, port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
            return reply(new DataInputStream(socket.getInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> reply(DataInputStream in) throws IOException {
        String head = line(in);
        String rest = head.substring(1);
        switch (head.charAt(0)) {
            case ':' -> {
                return List.of(rest);
            }
            case '$' -> {
                String text = new String(in.readNBytes(Integer.parseInt(rest)), StandardCharsets.UTF_8);
                line(in);
                return List.of(text);
            }
            case '*' -> {
                List<String> all = new ArrayList<>();
                for (int i = Integer.parseInt(rest); i > 0; i--) {
                    all.addAll(reply(in));
                }
                return all;
            }
            default -> throw new IOException("Redis says " + head);
        }
    }

    private static String line(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
