package io.deskpulse.survey.result.export;

import java.time.ZoneId;
import java.util.List;

/** The kinds of files that answers are exported as. */
public enum Format {
    CSV,
    JSONL,
    XLSX;

    Sheet sheet(List<Column> columns, ZoneId zone) {
        return switch (this) {
            case CSV -> new CsvSheet(columns, zone);
            case JSONL -> new JsonSheet(zone);
            case XLSX -> new ExcelSheet(columns, zone);
        };
    }
}
