package io.deskpulse.benchmarks.redis;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * One write of a partition of the metrics-service, in two forms: as the script that it uses, and as an optimistic transaction of the same
 * commands. The fence stays what it is, so that the same bytes can be sent again. Immutable.
 */
public final class PartitionWrite {
    private static final String HEAD = "{0}:g1:head";
    private static final String UNSAVED = "{0}:g1:unsaved";
    private static final String FENCE = "bench:1";
    private static final String LIFE_MILLIS = "3456000000";
    private static final int VALUE_BYTES = 160;
    private static final int STATE_BYTES = 300;

    private final List<String> states = new ArrayList<>();
    private final List<String> blocks = new ArrayList<>();
    private final byte[] state = new byte[STATE_BYTES];
    private final byte[] value = new byte[VALUE_BYTES];
    private final String expiry = Long.toString(System.currentTimeMillis() + 86_400_000);

    /**
     * @param states conversations that changed
     * @param blocks hashes of counters that changed, one field each
     */
    public PartitionWrite(int states, int blocks) {
        for (int i = 0; i < states; i++) {
            this.states.add("{0}:g1:s:bench:c:" + i);
        }
        for (int i = 0; i < blocks; i++) {
            this.blocks.add("{0}:g1:b:bench:" + i);
        }
        new Random(1).nextBytes(state);
        new Random(2).nextBytes(value);
    }

    /** Sets the fence that both forms compare. */
    public byte[] prepare() {
        return Resp.command(List.of("HSET", HEAD, "fence", FENCE));
    }

    /** What both forms expect to find. */
    public String fence() {
        return FENCE;
    }

    /** The script's call. */
    public byte[] script(String sha) {
        List<Object> parts = new ArrayList<>(List.of("EVALSHA", sha, 2 + states.size() + blocks.size(), HEAD, UNSAVED));
        parts.addAll(states);
        parts.addAll(blocks);
        parts.addAll(List.of(FENCE, FENCE, "1", "1", "1", LIFE_MILLIS));
        Packed packedStates = new Packed().array(states.size());
        states.forEach(any -> packedStates.text(state));
        parts.add(packedStates.bytes());
        Packed operations = new Packed().array(blocks.size());
        blocks.forEach(any -> operations
                .array(5)
                .text(ascii("HSET"))
                .text(ascii("1"))
                .text(ascii(expiry))
                .text(ascii("f"))
                .text(value));
        parts.add(operations.bytes());
        return Resp.command(parts);
    }

    /** The first round trip of the transaction: from here on nobody else may have changed the head. */
    public byte[] watch() {
        return joined(List.of(Resp.command(List.of("WATCH", HEAD)), Resp.command(List.of("HGET", HEAD, "fence"))));
    }

    /** The second round trip. */
    public byte[] transaction() {
        List<byte[]> commands = new ArrayList<>();
        commands.add(Resp.command(List.of("MULTI")));
        commands.add(Resp.command(List.of("HSET", HEAD, "fence", FENCE, "position", "1", "watermark", "1")));
        List<Object> unsaved = new ArrayList<>(List.of("ZADD", UNSAVED));
        for (String key : states) {
            commands.add(Resp.command(List.of("SET", key, state, "PX", LIFE_MILLIS)));
            unsaved.addAll(List.of("1", key));
        }
        for (String key : blocks) {
            commands.add(Resp.command(List.of("HSET", key, "f", value)));
            commands.add(Resp.command(List.of("PEXPIREAT", key, expiry)));
            unsaved.addAll(List.of("1", key));
        }
        commands.add(Resp.command(unsaved));
        commands.add(Resp.command(List.of("EXEC")));
        return joined(commands);
    }

    /** How many answers the second round trip has. */
    public int answers() {
        return 4 + states.size() + 2 * blocks.size();
    }

    private static byte[] joined(List<byte[]> commands) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        commands.forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** As much of MessagePack as a write needs. */
    private static final class Packed {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Packed array(int size) {
            bytes.write(0xdc);
            return length(size);
        }

        Packed text(byte[] text) {
            bytes.write(0xda);
            length(text.length).bytes.writeBytes(text);
            return this;
        }

        private Packed length(int length) {
            bytes.writeBytes(ByteBuffer.allocate(2).putShort((short) length).array());
            return this;
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }
    }
}
