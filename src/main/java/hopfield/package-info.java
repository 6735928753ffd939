/** Distributed Hopfield networks on Apache Spark. */
package hopfield;
