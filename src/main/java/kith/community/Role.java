package kith.community;

/** What somebody is in one community. */
public enum Role {
    MEMBER,
    /** A friend or relative whom a member invited. */
    SUPPORTER,
    /** A member whose professional credential was checked. */
    PRACTITIONER,
    /** Has the moderation part of a manager's work alone. */
    MODERATOR,
    MANAGER;

    /** Whether they look after the conversations of others. */
    public boolean hosts() {
        return this == MODERATOR || this == MANAGER;
    }
}
