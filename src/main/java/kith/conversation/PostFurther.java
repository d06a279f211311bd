package kith.conversation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import kith.community.Place;

/** Implemented by a module that knows what the words of posts lead to in this house. */
public interface PostFurther {
    /** Something of this house that a post links to: its title and its path. */
    record Way(String title, String path) {}

    /** For each of these posts, which their reader was shown, what it links to; posts without anything are left out. */
    Map<PostId, List<Way>> ways(Place place, Collection<Post> posts);
}
