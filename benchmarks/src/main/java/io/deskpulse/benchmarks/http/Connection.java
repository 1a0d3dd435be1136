package io.deskpulse.benchmarks.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.Locale;

/**
 * One HTTP/1.1 connection that is kept open: writes bytes made before, reads the answer and no more of it than is needed.
 * Cheap, so that the client is not what is measured. Used by one thread.
 */
public final class Connection implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    public Connection(String host, int port) throws IOException {
        socket = new Socket(host, port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        in = new BufferedInputStream(socket.getInputStream(), 16_384);
        out = socket.getOutputStream();
    }

    /**
     * An answer.
     *
     * @param body empty unless it was asked for
     */
    public record Answer(int status, byte[] body) {
        /** The body as text. */
        public String text() {
            return new String(body, UTF_8);
        }
    }

    /** Sends a request and waits for its status; the body is read over. */
    public int send(byte[] request) throws IOException {
        out.write(request);
        return read(null).status;
    }

    /** Sends a request and waits for its whole answer. */
    public Answer ask(byte[] request) throws IOException {
        out.write(request);
        return read(new ByteArrayOutputStream());
    }

    private Answer read(ByteArrayOutputStream body) throws IOException {
        int status = Integer.parseInt(line().substring(9, 12));
        int length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.endsWith("chunked");
            }
        }
        if (chunked) {
            for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                take(size, body);
                line();
            }
            line();
        } else {
            take(length, body);
        }
        return new Answer(status, body == null ? new byte[0] : body.toByteArray());
    }

    private void take(int length, ByteArrayOutputStream body) throws IOException {
        if (body == null) {
            in.skipNBytes(length);
        } else {
            body.writeBytes(in.readNBytes(length));
        }
    }

    private String line() throws IOException {
        byte[] bytes = new byte[128];
        int length = 0;
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (next != '\r') {
                if (length == bytes.length) {
                    bytes = Arrays.copyOf(bytes, length * 2);
                }
                bytes[length++] = (byte) next;
            }
        }
        return new String(bytes, 0, length, US_ASCII);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // it is closed either way
        }
    }
}
