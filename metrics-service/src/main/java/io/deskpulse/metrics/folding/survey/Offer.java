package io.deskpulse.metrics.folding.survey;

import io.deskpulse.catalogue.cell.Dimensions;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.contracts.event.SurveyAnswered;
import io.deskpulse.metrics.folding.Filing;
import io.deskpulse.metrics.folding.state.Hash64;
import io.deskpulse.metrics.folding.state.StateReader;
import io.deskpulse.metrics.folding.state.StateWriter;
import java.util.ArrayList;
import java.util.List;

/** One survey offered, and its answers. Mutable, used by one thread. */
final class Offer {
    static final int LEAST_BYTES = 7;

    private final long id;
    private final int episode;
    private final long offeredAt;
    private final List<Answer> answers = new ArrayList<>(2);
    /** What its episode was when another one began; null until then. */
    private Attribution closed;

    private boolean seen;
    /** What it was filed with once it was seen; null before, and where its episode is left out. */
    private Dimensions filedWith;

    /**
     * An offer that nobody has seen yet.
     *
     * @param episode the number of the episode that it was made for
     */
    Offer(long id, int episode, long offeredAt) {
        this.id = id;
        this.episode = episode;
        this.offeredAt = offeredAt;
    }

    long id() {
        return id;
    }

    long offeredAt() {
        return offeredAt;
    }

    /** What is filed now carries. */
    Attribution attribution(Attribution ofLatestEpisode) {
        return closed == null ? ofLatestEpisode : closed;
    }

    void left(int number, Attribution asClosed) {
        if (episode == number && closed == null) {
            closed = asClosed;
        }
    }

    /** The customer has seen it, or could have. The first time counts. */
    void seen(Attribution attribution, Filing filing) {
        if (!seen) {
            seen = true;
            filedWith = attribution.test() ? null : attribution.dimensions();
            file(Measure.OFFERS_SHOWN, 1, filing);
        }
    }

    /** A question was answered, or its answer changed or taken back; what is older than what is known changes nothing. */
    void answered(SurveyAnswered event, long timeMillis, Attribution attribution, Filing filing) {
        long question = Hash64.of(event.question(), "");
        boolean before = isAnswered();
        Answer known = known(question);
        if (known != null && event.revision() < known.revision()) {
            return;
        }
        if (known != null) {
            known.file(-1, filing);
            answers.remove(known);
        }
        Answer answer = Answer.of(question, event, timeMillis, attribution.test() ? null : attribution.dimensions());
        answer.file(1, filing);
        answers.add(answer);
        if (before != isAnswered()) {
            file(Measure.OFFERS_ANSWERED, before ? -1 : 1, filing);
        }
    }

    /** With the dimensions of its showing, or a rate by them could exceed 1. */
    private void file(Measure measure, int weight, Filing filing) {
        if (filedWith != null) {
            filing.count(offeredAt, filedWith, measure, weight);
        }
    }

    private boolean isAnswered() {
        return answers.stream().anyMatch(Answer::stands);
    }

    private Answer known(long question) {
        for (Answer answer : answers) {
            if (answer.question() == question) {
                return answer;
            }
        }
        return null;
    }

    void write(StateWriter writer, KnownDimensions known) {
        writer.writeSigned(id);
        writer.writeUnsigned(episode);
        writer.writeSigned(offeredAt);
        writer.base(offeredAt);
        writer.writeFlags(seen, closed != null, closed != null && closed.test());
        known.write(writer, filedWith);
        known.write(writer, closed == null ? null : closed.dimensions());
        writer.writeUnsigned(answers.size());
        for (Answer answer : answers) {
            answer.write(writer, known);
        }
    }

    static Offer read(StateReader reader, KnownDimensions known) {
        Offer read = new Offer(reader.readSigned(), (int) reader.readUnsigned(), reader.readSigned());
        reader.base(read.offeredAt);
        boolean[] flags = reader.readFlags();
        read.seen = flags[0];
        read.filedWith = known.read(reader);
        Dimensions closed = known.read(reader);
        read.closed = flags[1] ? new Attribution(closed, flags[2]) : null;
        int count = reader.readCount(Answer.LEAST_BYTES);
        for (int i = 0; i < count; i++) {
            read.answers.add(Answer.read(reader, known));
        }
        return read;
    }
}
