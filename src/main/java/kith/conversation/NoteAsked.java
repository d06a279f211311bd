package kith.conversation;

import kith.identity.MemberId;

/** A reader asked the writer of a post for a content note, or the writer left it as it is: for the writer alone. */
record NoteAsked(PostId post, MemberId writer) {}
