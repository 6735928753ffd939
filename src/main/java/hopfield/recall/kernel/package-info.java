/**
 * Synchronous steps of a batch of states. Packed states go in; their successors and energies come out. Read
 * {@link hopfield.recall.kernel.PatternKernel} first: a step is {@link hopfield.recall.kernel.Overlaps} with all stored patterns, then
 * {@link hopfield.recall.kernel.Coefficients}, then their {@link hopfield.recall.kernel.Combination} to fields. Results are exact: those
 * of {@link hopfield.recall.field.LocalFields}, bit by bit. This room does not know when a recall ends.
 */
package hopfield.recall.kernel;
