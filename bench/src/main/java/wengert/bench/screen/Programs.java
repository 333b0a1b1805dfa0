package wengert.bench.screen;

/// Programs whose graphs have as many nodes as asked for.
final class Programs {

    private Programs() {}

    /// A graph of about `nodes` nodes, in `width` strands that cross: `v3_2 = sin(v2_2) * v2_3`.
    static String strands(int nodes, int width) {
        var text = new StringBuilder("using Zygote\nfunction f(");
        for (int i = 0; i < width; i++) {
            text.append(i == 0 ? "" : ", ").append("v0_").append(i);
        }
        text.append(")\n");
        int layers = Math.max(1, Math.ceilDiv(nodes - 2 * width + 1, 2 * width));
        for (int layer = 1; layer <= layers; layer++) {
            for (int i = 0; i < width; i++) {
                text.append("    v%d_%d = sin(v%d_%d) * v%d_%d%n"
                        .formatted(layer, i, layer - 1, i, layer - 1, (i + 1) % width));
            }
        }
        text.append("    ");
        for (int i = 0; i < width; i++) {
            text.append(i == 0 ? "" : " + ").append('v').append(layers).append('_').append(i);
        }
        text.append("\nend\ngradient(f");
        for (int i = 0; i < width; i++) {
            text.append(", ").append(0.5 + 0.1 * i);
        }
        return text.append(")\n").toString();
    }
}
