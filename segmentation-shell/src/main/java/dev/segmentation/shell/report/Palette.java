package dev.segmentation.shell.report;

import dev.segmentation.api.Segment;
import java.awt.Color;
import java.util.List;

/** The colours: one for each segment, the same in all charts and tables, and a few for the page. */
enum Palette {
    S1("#1f5a91", "#7db7ea"),
    S2("#b97a1a", "#e8b765"),
    S3("#4a8573", "#86c9b3"),
    S4("#80629f", "#c3a8e2"),
    S5("#ad4b42", "#ea9288"),
    S6("#6f7a2c", "#c0ca73"),
    S7("#9c5580", "#de9cc4"),
    S8("#2f8794", "#7fd0dc"),
    UNSCORED("#7c8187", "#9fa5ac"),
    INK("#22262b", "#e6e8ea"),
    MUTED("#5b626a", "#a6adb5"),
    LINE("#d9dcdf", "#3a4047"),
    PAPER("#fdfdfc", "#16191c");

    private static final List<Palette> OF_SEGMENTS = List.of(S1, S2, S3, S4, S5, S6, S7, S8);

    private final String light;
    private final String dark;

    Palette(String light, String dark) {
        this.light = light;
        this.dark = dark;
    }

    /** Gives the colour of a segment; beyond eight segments they come again. */
    static Palette of(List<Segment> segments, Segment segment) {
        int place = segments.indexOf(segment);
        return place < 0 ? UNSCORED : OF_SEGMENTS.get(place % OF_SEGMENTS.size());
    }

    String light() {
        return light;
    }

    String dark() {
        return dark;
    }

    /** Gives the colour by light, which is also that of images. */
    Color color() {
        return Color.decode(light);
    }

    /** Gives the name of the variable that the page's style sheet sets by light and by dark. */
    String variable() {
        return "--" + name().toLowerCase(java.util.Locale.ROOT);
    }
}
