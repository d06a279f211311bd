package kith.notification;

import java.util.UUID;
import kith.identity.MemberId;

/**
 * Implemented by whatever reaches a member's devices. Rung once a topic that has unread news, when its short delay, the member's quiet hours and pauses are
 * over; in the transaction that marks them as told, so that an implementation only writes down what it will carry after the commit.
 */
public interface Bell {
    void ring(MemberId who, UUID notice, Reach reach);
}
