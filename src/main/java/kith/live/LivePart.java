package kith.live;

import java.util.Collection;
import java.util.Set;

/** Implemented by the module whose noun a channel carries: who may listen. */
public interface LivePart {
    /** The noun of its channels, such as {@code topic}. */
    String noun();

    /**
     * Those who may read behind their channel at this moment; what is not there and what is not theirs are left out alike. Asked for all open streams of a node
     * together, every two seconds and before every change that is told: one query, whatever the number.
     */
    Set<Ear> hearing(Collection<Ear> asked);
}
