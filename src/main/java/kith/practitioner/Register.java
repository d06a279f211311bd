package kith.practitioner;

/** A public register of a profession: where it is, and the address at which anybody can look somebody up ({@code address} is empty for one that is not listed). */
public record Register(String id, String country, String name, String address) {
    static final Register OTHER = new Register("other", "", "", "");

    public boolean listed() {
        return !address.isEmpty();
    }
}
