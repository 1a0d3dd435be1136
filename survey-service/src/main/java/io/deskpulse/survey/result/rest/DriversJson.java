package io.deskpulse.survey.result.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.survey.result.driver.Drivers;
import io.deskpulse.survey.result.driver.Fit;
import java.util.Locale;

/** Drivers as answers show them. */
final class DriversJson {
    private static final double SIGNIFICANT = 0.05;

    private DriversJson() {}

    static ObjectNode write(Drivers.Found found) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("target", found.target().id());
        json.put("offers", found.offers());
        json.put("newestOnly", found.limited());
        if (found.fit() instanceof Fit.Fitted fitted) {
            fitted(json, found, fitted);
        } else if (found.fit() instanceof Fit.TooFew few) {
            json.put("state", "too-few-answers").put("rows", few.rows()).put("needed", few.needed());
            json.put(
                    "detail",
                    "Only offers with an answer to all of it count; wait for more, widen from and to, or name fewer items.");
        } else if (found.fit() instanceof Fit.NothingVaries constant) {
            json.put("state", "nothing-varies").put("rows", constant.rows());
            json.put("detail", "The target, or every item, was given the same points by everyone.");
        }
        return json;
    }

    private static void fitted(ObjectNode json, Drivers.Found found, Fit.Fitted fitted) {
        json.put("state", "fitted").put("rows", fitted.rows());
        json.put("rSquared", fitted.rSquared());
        json.put("adjustedRSquared", fitted.adjustedRSquared());
        json.put("lowSample", fitted.lowSample());
        ArrayNode drivers = json.putArray("drivers");
        for (Fit.Coefficient one : fitted.coefficients()) {
            drivers.addObject()
                    .put("item", found.items().get(one.item()).id())
                    .put("beta", one.beta())
                    .put("standardError", one.standardError())
                    .put("t", finite(one.t()))
                    .put("p", one.p())
                    .put("significant", one.p() < SIGNIFICANT)
                    .put("varianceInflation", finite(one.inflation()))
                    .put("importance", one.importance());
        }
        ArrayNode unusable = json.putArray("unusable");
        for (Fit.Unusable one : fitted.unusable()) {
            unusable.addObject()
                    .put("item", found.items().get(one.item()).id())
                    .put("reason", one.reason().name().toLowerCase(Locale.ROOT));
        }
    }

    /** Null where it has no bound: JSON has no number for that. */
    private static Double finite(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }
}
