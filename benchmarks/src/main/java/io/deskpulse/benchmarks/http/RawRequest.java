package io.deskpulse.benchmarks.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.Map;

/** Requests as the bytes that go over the wire, made before the clock starts. */
public final class RawRequest {
    private RawRequest() {}

    /** A POST with a body. */
    public static byte[] post(String path, Map<String, String> headers, byte[] body) {
        return withBody("POST", path, headers, body);
    }

    /** A PUT with a body. */
    public static byte[] put(String path, Map<String, String> headers, byte[] body) {
        return withBody("PUT", path, headers, body);
    }

    private static byte[] withBody(String method, String path, Map<String, String> headers, byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length + 1_024);
        StringBuilder head =
                new StringBuilder(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: localhost\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        bytes.writeBytes(head.toString().getBytes(US_ASCII));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    /** A GET. */
    public static byte[] get(String path, Map<String, String> headers) {
        StringBuilder head = new StringBuilder("GET ").append(path).append(" HTTP/1.1\r\nHost: localhost\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString().getBytes(US_ASCII);
    }
}
