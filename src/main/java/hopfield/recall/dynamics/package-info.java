/**
 * Which neurons are updated when, and where a recall ends. Cues go in; final states with outcome, steps and energy come out. Read
 * {@link hopfield.recall.dynamics.SynchronousDynamics} first: it steps the distinct states of a batch together and follows each cue
 * through their {@link hopfield.recall.dynamics.TransitionGraph}. {@link hopfield.recall.dynamics.KernelPolicy} is the one place that
 * chooses a kernel.
 */
package hopfield.recall.dynamics;
