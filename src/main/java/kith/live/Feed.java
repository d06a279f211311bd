package kith.live;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Where modules say what changed. */
@Component
public class Feed {
    private final Changes changes;
    private final Courier courier;

    Feed(Changes changes, Courier courier) {
        this.changes = changes;
        this.courier = courier;
    }

    /**
     * Tells whoever listens to the channel that something is not as it was; written in the caller's transaction, told within moments of its commit, at least
     * once. {@code kind} and {@code about} name an element of pages, {@code id="kind-about"}, such as {@code post} and a post's id; a kind that ends in
     * {@code .new} says that pages may not have it yet. Never say more: not who, not what words.
     */
    public void publish(Channel channel, String kind, UUID about) {
        publish(List.of(new Told(channel, kind, about)));
    }

    /** The same a moment later and beside the caller's transaction, many together: for what may be lost when the node is killed, and costs a page nothing. */
    public void soon(Channel channel, String kind, UUID about) {
        courier.soon(new Told(channel, kind, about));
    }

    /** The same of many things at once. */
    public void publish(List<Told> all) {
        changes.add(all);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    courier.wake();
                }
            });
        } else {
            courier.wake();
        }
    }
}
