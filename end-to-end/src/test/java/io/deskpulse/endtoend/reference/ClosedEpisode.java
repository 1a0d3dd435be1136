package io.deskpulse.endtoend.reference;

/**
 * What later events of the conversation need of a closed episode.
 *
 * @param time of the close
 * @param attributesBefore without handler and topic
 * @param attributes with handler and topic
 */
record ClosedEpisode(long time, Attributes attributesBefore, Attributes attributes, boolean customerWrote) {}
