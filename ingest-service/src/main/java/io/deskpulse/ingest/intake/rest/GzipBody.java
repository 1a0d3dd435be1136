package io.deskpulse.ingest.intake.rest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** A body that came with {@code Content-Encoding: gzip}. Stateless. */
final class GzipBody {
    private static final int CHUNK = 16 * 1024;

    private GzipBody() {}

    /**
     * Inflates up to so many bytes, and not a byte more however much there is.
     *
     * @return {@code max + 1} bytes or fewer
     * @throws IOException where the body is no gzip
     */
    static byte[] inflate(byte[] body, int max) throws IOException {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(body), CHUNK)) {
            return gzip.readNBytes(max + 1);
        }
    }
}
