package io.deskpulse.metrics.reconciliation;

import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.metrics.cell.Split;

/**
 * One number that is compared: a measure in one bucket of one value of a split.
 *
 * @param bucket its number in the range's granularity
 * @param value of the split, with the currency behind it where the measure is money; empty for the total
 */
public record Cell(Split split, String value, Measure measure, long bucket) {}
