package io.deskpulse.metrics.folding.episode;

import static io.deskpulse.metrics.folding.state.StateWriter.NEVER;

import io.deskpulse.catalogue.cell.Dimensions;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.contracts.event.ConversationMessage;
import io.deskpulse.contracts.event.ConversationResolved;
import io.deskpulse.contracts.event.ConversationStarted;
import io.deskpulse.contracts.event.EscalationReason;
import io.deskpulse.contracts.event.Visibility;
import io.deskpulse.metrics.folding.Filing;
import io.deskpulse.metrics.folding.Subject.Arrival;
import io.deskpulse.metrics.folding.state.StateReader;
import io.deskpulse.metrics.folding.state.StateWriter;

/**
 * All that is known of one episode while it is open. Files what can be told before the close; what it will be at the
 * close is a pure function of it ({@link #closedBy}), so that a close can be taken back. Mutable, used by one thread.
 */
final class Episode {
    private final int number;
    private final long startedAt;
    private Attributes attributes;
    /** The attributes came after the start, so that {@code opened} was filed without them. */
    private boolean toldLate;

    private Activity activity;
    private long lastPublicAt = NEVER;
    private long firstHumanAt = NEVER;
    private long turns;
    private Waits waits = new Waits();
    private Effect effect = new Effect();
    private Sentiments sentiments = new Sentiments();
    private Topics topics = new Topics();
    private Texts texts = new Texts();

    private Episode(int number, long startedAt, Attributes attributes, Activity activity) {
        this.number = number;
        this.startedAt = startedAt;
        this.attributes = attributes;
        this.activity = activity;
    }

    /** Begins an episode and files that it has begun. */
    static Episode begin(int number, Attributes attributes, Occurrence first, Books books) {
        long at = first.timeMillis();
        Filing filing = books.filingFor(attributes);
        filing.count(at, attributes.dimensions(), Measure.CONVERSATIONS_STARTED, 1);
        filing.count(at, attributes.dimensions(), Measure.OPENED, 1);
        return new Episode(number, at, attributes, Activity.of(at, first.arrival()));
    }

    /** How long it may be silent, in milliseconds. */
    long idleMillis(IdleTimes idleTimes) {
        return idleTimes.millisFor(attributes.channel());
    }

    /** A {@code conversation.started} came late: supplies the attributes where none are known. */
    void told(ConversationStarted started, long timeMillis, Arrival arrival) {
        active(timeMillis, arrival);
        if (!attributes.told()) {
            attributes = Attributes.of(started);
            toldLate = true;
        }
    }

    /** A message came. */
    void message(ConversationMessage message, long timeMillis, Arrival arrival, Books books) {
        Filing filing = books.filingFor(attributes);
        Dimensions dimensions = attributes.dimensions();
        MessageMeasures.file(message, timeMillis, dimensions, waits.customerHasWritten(), filing);
        if (message.visibility() == Visibility.PRIVATE) {
            return;
        }
        active(timeMillis, arrival);
        lastPublicAt = timeMillis;
        topics.add(message.topic());
        switch (message.from()) {
            case CUSTOMER -> customerMessage(message, timeMillis);
            case BOT -> {
                waits.botWrote(timeMillis, dimensions, filing);
                effect.botWrote(Boolean.FALSE.equals(message.answered()), timeMillis);
            }
            case HUMAN -> humanMessage(timeMillis, dimensions, filing);
        }
    }

    /** It was escalated. */
    void escalated(EscalationReason reason, long timeMillis, Arrival arrival) {
        active(timeMillis, arrival);
        waits.escalated(timeMillis);
        effect.escalated(reason);
    }

    /** It was declared resolved. */
    void resolved(ConversationResolved resolved, long timeMillis, Arrival arrival) {
        active(timeMillis, arrival);
        effect.resolved(resolved, timeMillis);
    }

    /** Something public happened that says no more than that it goes on. */
    void active(long timeMillis, Arrival arrival) {
        activity = Activity.of(timeMillis, arrival);
    }

    /** What it is when it closes so. Changes nothing. */
    ClosedEpisode closedBy(Ending ending) {
        ClosingFacts facts = new ClosingFacts(
                waits.customerHasWritten(),
                effect.involved(),
                effect.answered(),
                effect.human(),
                effect.escalated(),
                effect.confirmed(),
                ending.goal(),
                texts.repeated());
        Outcome outcome = effect.outcome(ending.reason(), sentiments.lastBad());
        return new ClosedEpisode(
                number,
                attributes,
                startedAt,
                ending.atMillis(),
                ending.reason(),
                outcome,
                effect.handler(),
                topics.main(),
                facts);
    }

    /** What it is when it closes for being idle: at its last public activity. Changes nothing. */
    ClosedEpisode closedByTimeout() {
        return closedBy(Ending.timeout(activity.atMillis()));
    }

    int number() {
        return number;
    }

    Attributes attributes() {
        return attributes;
    }

    /** Its last public activity. */
    Activity activity() {
        return activity;
    }

    /** The attributes that its start was filed with. */
    Attributes openedWith() {
        return toldLate ? Attributes.UNKNOWN : attributes;
    }

    /** The time of the last public message, or {@link StateWriter#NEVER}. */
    long lastPublicAt() {
        return lastPublicAt;
    }

    /** The time of the first public human message, or {@link StateWriter#NEVER}. */
    long firstHumanAt() {
        return firstHumanAt;
    }

    /** Public customer messages. */
    long turns() {
        return turns;
    }

    /** The time of the first public customer message, or {@link StateWriter#NEVER}. */
    long firstCustomerAt() {
        return waits.firstCustomerAt();
    }

    /** When it was resolved, given that it is. */
    long resolvedAt() {
        return effect.resolvedAt();
    }

    Sentiments sentiments() {
        return sentiments;
    }

    private void customerMessage(ConversationMessage message, long timeMillis) {
        turns++;
        waits.customerWrote(timeMillis);
        effect.customerWrote();
        sentiments.add(message.sentiment());
        texts.add(message.text());
    }

    private void humanMessage(long timeMillis, Dimensions dimensions, Filing filing) {
        if (firstHumanAt == NEVER) {
            firstHumanAt = timeMillis;
        }
        waits.humanWrote(timeMillis, dimensions, filing);
        effect.humanWrote(timeMillis);
    }

    void write(StateWriter writer) {
        writer.writeUnsigned(number);
        writer.writeSigned(startedAt);
        writer.base(startedAt);
        attributes.write(writer);
        writer.writeBoolean(toldLate);
        activity.write(writer);
        writer.writeTime(lastPublicAt);
        writer.writeTime(firstHumanAt);
        writer.writeUnsigned(turns);
        waits.write(writer);
        effect.write(writer);
        sentiments.write(writer);
        topics.write(writer);
        texts.write(writer);
    }

    static Episode read(StateReader reader) {
        int number = (int) reader.readUnsigned();
        long startedAt = reader.readSigned();
        reader.base(startedAt);
        Attributes attributes = Attributes.read(reader);
        boolean toldLate = reader.readBoolean();
        Episode read = new Episode(number, startedAt, attributes, Activity.read(reader));
        read.toldLate = toldLate;
        read.lastPublicAt = reader.readTime();
        read.firstHumanAt = reader.readTime();
        read.turns = reader.readUnsigned();
        read.waits = Waits.read(reader);
        read.effect = Effect.read(reader);
        read.sentiments = Sentiments.read(reader);
        read.topics = Topics.read(reader);
        read.texts = Texts.read(reader);
        return read;
    }
}
