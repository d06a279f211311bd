package kith.house;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A port of this machine that only this machine can reach. */
final class Port {
    private Port() {}

    /** The one that the file keeps; another is chosen, and kept, when it is taken or not yet known. */
    static int keptIn(Path file) {
        try {
            int kept =
                    Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
            int port = kept > 0 && isFree(kept) ? kept : free();
            if (port != kept) {
                SecretFile.write(file, Integer.toString(port).getBytes(StandardCharsets.UTF_8));
            }
            return port;
        } catch (IOException | NumberFormatException e) {
            throw new HouseProblem("The file %s cannot be read or written.".formatted(file), e);
        }
    }

    static boolean isFree(int port) {
        return isFree(InetAddress.getLoopbackAddress(), port);
    }

    static boolean isFree(InetAddress address, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    static int free() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
