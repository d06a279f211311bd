package kith.live;

import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.apache.coyote.http11.upgrade.UpgradeInfo;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SSLSupport;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * The socket of a stream after its answer's headers have gone out. It is taken over from Tomcat's HTTP processor, which keeps some 70 kB of buffers for as long
 * as an answer lasts (and is given back here at once), and is never waited for: a reader who falls behind is let go and comes back with their bookmark.
 * Public because Tomcat makes it.
 */
public final class Line implements InternalHttpUpgradeHandler {
    private static final int MOST_HELD = 64;
    private static final UpgradeInfo UNCOUNTED = new UpgradeInfo();

    private final Deque<byte[]> held = new ArrayDeque<>(2);
    private @Nullable SocketWrapperBase<?> socket;
    private Runnable begun = () -> {};
    private Runnable ended = () -> {};
    private boolean open;
    private boolean full;
    private boolean over;

    /** What is to happen once the socket is ours, and once it is gone. */
    void expect(Runnable begun, Runnable ended) {
        this.begun = begun;
        this.ended = ended;
    }

    @Override
    public void setSocketWrapper(SocketWrapperBase<?> wrapper) {
        wrapper.setReadTimeout(-1);
        wrapper.setWriteTimeout(-1);
        this.socket = wrapper;
    }

    @Override
    public void init(WebConnection connection) {
        try {
            begun.run();
        } catch (RuntimeException away) {
            end();
        }
    }

    /** Sends what was missed, and from then on whatever comes. */
    synchronized void open(byte[] missed) {
        open = true;
        held.addFirst(missed);
        drain();
    }

    synchronized void send(byte[] event) {
        if (over) {
            return;
        }
        held.add(event);
        drain();
        if (held.size() > MOST_HELD) {
            end();
        }
    }

    void end() {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            held.clear();
        }
        if (socket != null) {
            socket.close();
        }
        ended.run();
    }

    private void drain() {
        try {
            while (open && !over && !full && !held.isEmpty()) {
                write(held.remove());
            }
        } catch (IOException gone) {
            end();
        }
    }

    private void write(byte[] event) throws IOException {
        var to = java.util.Objects.requireNonNull(socket);
        to.write(false, event, 0, event.length);
        full = to.flush(false);
        if (full) {
            to.registerWriteInterest();
        }
    }

    @Override
    public SocketState upgradeDispatch(SocketEvent event) {
        switch (event) {
            case OPEN_WRITE -> flush();
            case OPEN_READ -> listen();
            default -> end();
        }
        return over ? SocketState.CLOSED : SocketState.UPGRADED;
    }

    private synchronized void flush() {
        try {
            var to = java.util.Objects.requireNonNull(socket);
            full = to.flush(false);
            if (full) {
                to.registerWriteInterest();
            }
            drain();
        } catch (IOException gone) {
            end();
        }
    }

    /** A browser says nothing on a stream but that it is gone. */
    private void listen() {
        try {
            if (java.util.Objects.requireNonNull(socket).read(false, ByteBuffer.allocate(64)) != 0) {
                end();
            }
        } catch (IOException gone) {
            end();
        }
    }

    @Override
    public void destroy() {
        end();
    }

    @Override
    public void timeoutAsync(long now) {}

    @Override
    public void setSslSupport(SSLSupport ssl) {}

    @Override
    public void pause() {}

    @Override
    public UpgradeInfo getUpgradeInfo() {
        return UNCOUNTED;
    }
}
