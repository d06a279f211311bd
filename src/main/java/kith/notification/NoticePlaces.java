package kith.notification;

import java.util.Map;
import java.util.UUID;
import kith.identity.MemberId;

/** Implemented by the module that knows where somebody belongs: their communities by id, each with its name, so that they can choose for each. */
public interface NoticePlaces {
    Map<UUID, String> of(MemberId who);
}
