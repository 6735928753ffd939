package hopfield.spark;

import hopfield.metric.Restoration;
import hopfield.recall.RecallResult;
import java.io.Serializable;

/**
 * One recall and what it is worth: what a row of the metrics table is made of.
 *
 * @param network number of the network
 * @param task what was recalled
 * @param restoration how good it is
 * @param end where it ended
 */
record ScoredRecall(int network, Probe.Task task, Restoration restoration, RecallResult end) implements Serializable {}
