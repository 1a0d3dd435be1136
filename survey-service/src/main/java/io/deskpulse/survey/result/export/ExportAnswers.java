package io.deskpulse.survey.result.export;

import io.deskpulse.survey.result.AskedSurveys;
import io.deskpulse.survey.result.ResultSettings;
import io.deskpulse.survey.result.Selection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Exports and lists offers with their answers. Thread-safe. */
@ApplicationScoped
public class ExportAnswers {
    private final AskedSurveys surveys;
    private final AnsweredOffers offers;
    private final ExportMeters meters;
    private final ResultSettings settings;
    private final Clock clock;

    ExportAnswers(
            AskedSurveys surveys, AnsweredOffers offers, ExportMeters meters, ResultSettings settings, Clock clock) {
        this.surveys = surveys;
        this.offers = offers;
        this.meters = meters;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * How a file is to be.
     *
     * @param zone in which times are told
     * @param language of headings and options; ids where it is empty
     */
    public record Wish(Format format, ZoneId zone, Optional<String> language) {}

    /**
     * A file, the oldest offer first, piece by piece; the next offers are read only when the last piece was taken, and none once
     * nobody takes them any more. Empty where there is no such survey.
     */
    public Uni<Optional<Multi<byte[]>>> export(Selection selection, Wish wish) {
        return surveys.find(selection.tenant(), selection.survey())
                .map(found -> found.map(survey -> {
                    List<Column> columns = Columns.of(survey.questions(), wish.language(), wish.zone());
                    return file(selection.until(clock.instant()), wish.format(), columns, wish.zone());
                }));
    }

    /** The next part of a list, the newest first; empty where there is no such survey. */
    public Uni<Optional<List<AnsweredOffer>>> list(
            Selection selection, Optional<AnsweredOffer.Position> after, int most) {
        return surveys.find(selection.tenant(), selection.survey())
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : offers.page(selection, after, AnsweredOffers.Order.NEWEST_FIRST, most)
                                .map(Optional::of));
    }

    private Multi<byte[]> file(Selection selection, Format format, List<Column> columns, ZoneId zone) {
        return Multi.createFrom().deferred(() -> {
            Sheet sheet = format.sheet(columns, zone);
            Multi<byte[]> rows =
                    pages(selection).onItem().transformToUniAndConcatenate(page -> written(() -> sheet.rows(page)));
            return Multi.createBy()
                    .concatenating()
                    .streams(
                            written(sheet::begin).toMulti(),
                            rows,
                            written(sheet::end).toMulti())
                    .filter(piece -> piece.length > 0)
                    .onTermination()
                    .invoke((fault, cancelled) -> meters.ended(format, fault, cancelled));
        });
    }

    /** Read one after the other, each when it is asked for. */
    private Multi<List<AnsweredOffer>> pages(Selection selection) {
        return Multi.createBy()
                .repeating()
                .uni(() -> new AtomicReference<Optional<AnsweredOffer.Position>>(Optional.empty()), last -> offers.page(
                                selection, last.get(), AnsweredOffers.Order.OLDEST_FIRST, settings.page())
                        .invoke(page -> {
                            meters.read(page.size());
                            if (!page.isEmpty()) {
                                last.set(Optional.of(page.get(page.size() - 1).position()));
                            }
                        }))
                .whilst(page -> page.size() == settings.page());
    }

    /** Off the threads that serve others: a page of a workbook is compressed for some milliseconds. */
    private static Uni<byte[]> written(Supplier<byte[]> write) {
        return Uni.createFrom().item(write).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
