package io.deskpulse.endtoend.observability;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A message of protocol buffers, field by field, without its schema. Immutable. */
final class ProtoMessage {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;

    private final Map<Integer, List<Object>> fields = new TreeMap<>();

    ProtoMessage(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            long tag = varint(buffer);
            fields.computeIfAbsent((int) (tag >>> 3), number -> new ArrayList<>())
                    .add(value((int) (tag & 7), buffer));
        }
    }

    private static Object value(int type, ByteBuffer buffer) {
        return switch (type) {
            case VARINT -> varint(buffer);
            case FIXED64 -> buffer.getLong();
            case FIXED32 -> (long) buffer.getInt();
            case BYTES -> {
                byte[] bytes = new byte[(int) varint(buffer)];
                buffer.get(bytes);
                yield bytes;
            }
            default -> throw new IllegalArgumentException("wire type " + type);
        };
    }

    private static long varint(ByteBuffer buffer) {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = buffer.get();
            value |= (long) (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }

    List<ProtoMessage> messages(int field) {
        return all(field).stream()
                .map(bytes -> new ProtoMessage((byte[]) bytes))
                .toList();
    }

    boolean has(int field) {
        return fields.containsKey(field);
    }

    String text(int field) {
        return has(field) ? new String((byte[]) last(field), UTF_8) : "";
    }

    String hex(int field) {
        return has(field) ? HexFormat.of().formatHex((byte[]) last(field)) : "";
    }

    long number(int field) {
        return has(field) ? (Long) last(field) : 0;
    }

    private List<Object> all(int field) {
        return fields.getOrDefault(field, List.of());
    }

    private Object last(int field) {
        List<Object> values = all(field);
        return values.get(values.size() - 1);
    }
}
