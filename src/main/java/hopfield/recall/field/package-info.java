/**
 * Local fields of one state, kept up to date flip by flip. A memory and a state go in; fields, energy and the next state come out. Read
 * {@link hopfield.recall.field.LocalFields} first. Sums are of integers, so they do not depend on the order of the flips. This room
 * knows nothing of batches of states or of native code.
 */
package hopfield.recall.field;
