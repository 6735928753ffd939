/**
 * The kernels of weights on oneDNN, in 8-bit integers. Packed states go in; their successors come out, the same as those in Java. Read
 * {@link hopfield.recall.kernel.onednn.OneDnnKernel} first, then {@link hopfield.recall.kernel.onednn.FilterRefineKernel} for weights
 * wider than 8 bits. {@link hopfield.recall.dynamics.KernelPolicy} decides where they are used. Only this room knows the library.
 */
package hopfield.recall.kernel.onednn;
