package kith.setup;

/** Why a line of a file is not taken, in words for the operator. */
final class BadLine extends RuntimeException {
    BadLine(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
