package kith.identity;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/** A QR code as the path of an SVG: {@code size} units wide, {@code path} its dark cells. */
public record Square(int size, String path) {
    static Square of(String text) {
        try {
            var cells = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 3));
            var path = new StringBuilder();
            for (var y = 0; y < cells.getHeight(); y++) {
                for (var x = 0; x < cells.getWidth(); x++) {
                    path.append(cells.get(x, y) ? "M%d %dh1v1h-1z".formatted(x, y) : "");
                }
            }
            return new Square(cells.getWidth(), path.toString());
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }
}
