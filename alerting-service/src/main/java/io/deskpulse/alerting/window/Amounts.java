package io.deskpulse.alerting.window;

import static io.deskpulse.alerting.window.MeasurementReader.require;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.deskpulse.catalogue.measure.Sketch;
import java.io.IOException;

/** Reads what a cell holds of one measure. Pure functions. */
final class Amounts {
    /** Beyond any duration: an array of all buckets must stay small. */
    private static final int MOST_BINS = 4_000;

    private Amounts() {}

    static void read(JsonParser json, Columns.Places places, Contents contents) throws IOException {
        require(json.currentToken() == JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.VALUE_NULL) {
                continue;
            }
            switch (name) {
                case "count" -> contents.put(places.count, json.getLongValue());
                case "sum" -> contents.put(places.sum, json.getLongValue());
                case "squares" -> contents.put(places.squares, json.getLongValue());
                case "bins" -> readBins(json, places, contents);
                case "money" -> readMoney(json, places, contents);
                default -> json.skipChildren();
            }
        }
    }

    private static void readBins(JsonParser json, Columns.Places places, Contents contents) throws IOException {
        require(json.currentToken() == JsonToken.START_OBJECT);
        if (!places.binned()) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            int bin = Integer.parseInt(json.currentName());
            json.nextToken();
            if (places.sketch >= 0) {
                require(bin == Sketch.ZERO || bin >= -MOST_BINS && bin <= MOST_BINS);
                contents.sketches[places.sketch].add(bin, json.getLongValue());
            } else {
                contents.put(places.ofBin(bin), json.getLongValue());
            }
        }
    }

    private static void readMoney(JsonParser json, Columns.Places places, Contents contents) throws IOException {
        require(json.currentToken() == JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            int place = places.money.getOrDefault(json.currentName(), -1);
            json.nextToken();
            contents.put(place, json.getLongValue());
        }
    }
}
