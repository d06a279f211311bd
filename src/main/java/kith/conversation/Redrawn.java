package kith.conversation;

import java.util.Map;

/** A picture as it is kept: how wide and high its large size is, and the JPEG of each size that it has. */
record Redrawn(int width, int height, Map<PictureSize, byte[]> sizes) {}
