package hopfield.image;

import java.io.Serializable;
import java.util.List;
import java.util.function.Function;

/** Who works on many files: this thread, or a cluster. */
public interface Workers {
    /** This thread, one item after the other. */
    Workers HERE = new Workers() {
        @Override
        public <A, B> List<B> map(String what, List<A> items, Work<A, B> work) {
            return items.stream().map(work).toList();
        }
    };

    /** The work on one item. It is sent to where the work is done. */
    interface Work<A, B> extends Function<A, B>, Serializable {}

    /**
     * Every item's result, in the order of the items.
     *
     * @param what is done, for the list of jobs
     * @param items serialisable, a few kilobytes each
     */
    <A, B> List<B> map(String what, List<A> items, Work<A, B> work);
}
