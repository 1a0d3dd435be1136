package io.deskpulse.metrics.folding.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.contracts.event.ConversationReopened;
import io.deskpulse.contracts.event.Event;
import io.deskpulse.contracts.event.EventType;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class StateTest {
    private static Event event(String source, String id) {
        return new Event("demo", source, id, EventType.CONVERSATION_REOPENED, "c", 0, new ConversationReopened());
    }

    @Property
    void everythingReadsAsItWasWritten(
            @ForAll long signed, @ForAll long unsigned, @ForAll long base, @ForAll int delta, @ForAll String text) {
        StateWriter writer = new StateWriter(0, 7);
        writer.base(base);
        writer.writeSigned(signed);
        writer.writeUnsigned(unsigned);
        writer.writeTime(base + delta);
        writer.writeTime(StateWriter.NEVER);
        writer.writeText(text);
        writer.writeText(null);
        writer.writeBoolean(true);
        writer.writeLongs(new long[] {signed, unsigned, base}, 2);

        StateReader reader = new StateReader(writer.toBytes(), 7);
        reader.base(base);
        assertThat(reader.readSigned()).isEqualTo(signed);
        assertThat(reader.readUnsigned()).isEqualTo(unsigned);
        assertThat(reader.readTime()).isEqualTo(base + delta);
        assertThat(reader.readTime()).isEqualTo(StateWriter.NEVER);
        assertThat(reader.readText())
                .isEqualTo(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        assertThat(reader.readText()).isNull();
        assertThat(reader.readBoolean()).isTrue();
        assertThat(reader.readLongs(reader.readCount(Long.BYTES), 0)).containsExactly(signed, unsigned);
        reader.end();
    }

    @Property
    void noBytesDoWorseThanBeingCorrupt(@ForAll byte[] bytes) {
        try {
            StateReader reader = new StateReader(bytes, 1);
            reader.readText();
            SeenEvents.read(reader);
            reader.end();
        } catch (CorruptStateException expected) {
            assertThat(expected).hasMessageStartingWith("stored state of a subject is corrupt: ");
        }
    }

    @Example
    void hashesNeverChangeBecauseTheyAreStored() {
        assertThat(Hash64.of("/replay/mwoz", "mwoz-0189-1")).isEqualTo(6160236947616068839L);
    }

    @Example
    void hashesOfLikeIdsDiffer() {
        Set<Long> hashes = new HashSet<>();
        Set<Long> lowBytes = new HashSet<>();
        for (int i = 0; i < 200_000; i++) {
            long hash = Hash64.of("/source", "event-" + i);
            hashes.add(hash);
            lowBytes.add(hash & 0xFFFF);
        }
        assertThat(hashes).hasSize(200_000);
        assertThat(lowBytes.size()).isGreaterThan(60_000);
        assertThat(Hash64.of("a", "bc")).isNotEqualTo(Hash64.of("ab", "c"));
        assertThat(Hash64.of("", "")).isNotEqualTo(Hash64.of("", "\0"));
    }

    @Example
    void seenEventsAreKnownAgainAfterARestart() {
        SeenEvents seen = new SeenEvents();
        for (int i = 0; i < 1000; i++) {
            assertThat(seen.add(event("/a", "e" + i))).isTrue();
        }
        StateWriter writer = new StateWriter(seen.bytes(), 1);
        seen.write(writer);
        SeenEvents restarted = SeenEvents.read(new StateReader(writer.toBytes(), 1));

        for (int i = 0; i < 1000; i++) {
            assertThat(restarted.add(event("/a", "e" + i))).isFalse();
            assertThat(restarted.add(event("/b", "e" + i))).isTrue();
        }
        assertThat(writer.toBytes().length).isLessThan(1000 * Long.BYTES + 8);
    }

    @Example
    void anotherVersionIsNamed() {
        assertThatThrownBy(() -> new StateReader(new byte[] {3}, 1))
                .isInstanceOf(CorruptStateException.class)
                .hasMessageContaining("version 3 is not 1");
    }
}
