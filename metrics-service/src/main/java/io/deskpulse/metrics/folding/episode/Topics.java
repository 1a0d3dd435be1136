package io.deskpulse.metrics.folding.episode;

import io.deskpulse.metrics.folding.state.StateReader;
import io.deskpulse.metrics.folding.state.StateWriter;
import java.util.Arrays;

/**
 * The topics of an episode's public messages, in the order of their last mention. Mutable, used by one thread.
 */
final class Topics {
    private String[] topics = new String[2];
    private long[] mentions = new long[2];
    private int count;

    /** Takes in the topic of one message; null where it carries none. */
    void add(String topic) {
        if (topic == null) {
            return;
        }
        int place = count - 1;
        while (place >= 0 && !topics[place].equals(topic)) {
            place--;
        }
        if (place < 0) {
            append(topic, 1);
        } else {
            moveToEnd(place);
            mentions[count - 1]++;
        }
    }

    /** The topic of most messages, of several the one mentioned last; null where there is none. */
    String main() {
        int best = count - 1;
        for (int i = count - 2; i >= 0; i--) {
            if (mentions[i] > mentions[best]) {
                best = i;
            }
        }
        return best < 0 ? null : topics[best];
    }

    void write(StateWriter writer) {
        writer.writeUnsigned(count);
        for (int i = 0; i < count; i++) {
            writer.writeText(topics[i]);
            writer.writeUnsigned(mentions[i]);
        }
    }

    static Topics read(StateReader reader) {
        Topics read = new Topics();
        int count = reader.readCount(2);
        for (int i = 0; i < count; i++) {
            read.append(reader.readText(), reader.readUnsigned());
        }
        return read;
    }

    private void append(String topic, long number) {
        if (count == topics.length) {
            topics = Arrays.copyOf(topics, count * 2);
            mentions = Arrays.copyOf(mentions, count * 2);
        }
        topics[count] = topic;
        mentions[count++] = number;
    }

    private void moveToEnd(int place) {
        String topic = topics[place];
        long number = mentions[place];
        System.arraycopy(topics, place + 1, topics, place, count - 1 - place);
        System.arraycopy(mentions, place + 1, mentions, place, count - 1 - place);
        topics[count - 1] = topic;
        mentions[count - 1] = number;
    }
}
