/**
 * Recall: a cue goes in, and the state where its network comes to rest comes out. {@link hopfield.recall.Dynamics} is the one interface; read
 * it first, then {@link hopfield.recall.dynamics.Update}, which makes the dynamics of a memory. Recall knows patterns and memories. It
 * does not know images, noise, scores or Spark.
 */
package hopfield.recall;
