package dev.segmentation.shell.report;

import dev.segmentation.api.Segment;
import dev.segmentation.core.review.ReviewedSegmentation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/** The page as a whole: its head, its style, and its parts in their order. */
final class Page {

    /** Nothing is loaded and no script runs, whatever a text of the book says. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

    private Page() {}

    static String of(Facts facts) {
        Html html = new Html();
        html.asIs("<!DOCTYPE html>\n");
        html.open("html", "lang", "en");
        html.open("head");
        html.lone("meta", "charset", "utf-8");
        html.lone("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        html.lone("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.lone("meta", "name", "color-scheme", "content", "light dark");
        html.lone("link", "rel", "icon", "href", "data:,");
        html.element("title", facts.report().title());
        html.open("style").asIs(style()).close();
        html.close().open("body");
        header(html, facts);
        html.open("main");
        SegmentsPart.write(html, facts);
        ChartsPart.write(html, facts);
        MovesPart.write(html, facts);
        AttentionPart.write(html, facts);
        QualityPart.write(html, facts);
        MethodPart.write(html, facts);
        html.close().close().close();
        return html.toString();
    }

    private static void header(Html html, Facts facts) {
        html.open("header").element("h1", facts.report().title());
        html.open("p", "class", "under")
                .text(Figures.count(facts.result().size(), "client") + ", segmented by the scheme "
                        + facts.segmenter().schemeId());
        if (facts.result() instanceof ReviewedSegmentation review) {
            html.text(", reviewed as of ").element("time", review.date().toString());
        }
        facts.report().date().ifPresent(date -> html.text(". Made on ").element("time", date.toString()));
        html.text(".").close();
        long unscored = facts.result().count(Segment.UNSCORED);
        if (unscored > 0) {
            html.element(
                    "p",
                    Figures.count(facts.scored()) + " of them are in a segment; " + Figures.count(unscored)
                            + (unscored == 1 ? " is" : " are") + " unscored, as something is not known.",
                    "class",
                    "under");
        }
        html.close();
    }

    private static String style() {
        try (InputStream file = Objects.requireNonNull(Page.class.getResourceAsStream("page.css"))) {
            String rest = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return "\n:root{" + variables(Palette::light) + "}\n@media (prefers-color-scheme: dark){:root{"
                    + variables(Palette::dark) + "}}\n@media print{:root{" + variables(Palette::light) + "}}\n" + rest;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String variables(Function<Palette, String> colors) {
        StringBuilder variables = new StringBuilder();
        for (Palette color : Palette.values()) {
            variables.append(String.format(Locale.ROOT, "%s:%s;", color.variable(), colors.apply(color)));
        }
        return variables.toString();
    }

    /** Gives a cell with the name of a segment and its colour. */
    static Html.Cell segment(Facts facts, Segment segment) {
        String style = "background:var(" + facts.color(segment).variable() + ")";
        return html -> html.open("span", "class", "segment")
                .element("span", "", "class", "swatch", "style", style)
                .text(segment.name())
                .close();
    }
}
