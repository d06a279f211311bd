package kith.community;

/** A page that lies in a community, so that its frame shows that community's name, look and ways. */
public interface InPlace {
    Place place();
}
