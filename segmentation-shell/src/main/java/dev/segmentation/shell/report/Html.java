package dev.segmentation.shell.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A builder of HTML in which every text is escaped; only what the charts give goes in as it is. */
final class Html {

    private static final int REPLACEMENT = 0xFFFD;

    /** A table of no more rows than that stays on one sheet of paper. */
    private static final int SHORT = 20;

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; attributes are names and values by turns. */
    Html open(String tag, String... attributes) {
        start(tag, attributes);
        open.push(tag);
        return this;
    }

    Html close() {
        out.append("</").append(open.pop()).append('>');
        if (open.size() < 4) {
            out.append('\n');
        }
        return this;
    }

    Html text(String text) {
        out.append(escaped(text));
        return this;
    }

    /** Adds an element that holds a text. */
    Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** Adds an element that has no end, such as {@code meta}. */
    Html lone(String tag, String... attributes) {
        start(tag, attributes);
        return this;
    }

    /** Adds what is HTML already; never a text of the user's. */
    Html asIs(String html) {
        out.append(html);
        return this;
    }

    /** Adds a table: the first column is the head of its row, and the columns after the left ones are numbers. */
    Html table(String caption, List<String> header, int leftColumns, List<List<Cell>> rows) {
        open("div", "class", rows.size() <= SHORT ? "scroll short" : "scroll").open("table");
        open("caption").element("span", caption).close();
        open("thead").open("tr");
        for (int c = 0; c < header.size(); c++) {
            element("th", header.get(c), "scope", "col", "class", c < leftColumns ? "left" : "number");
        }
        close().close().open("tbody");
        for (List<Cell> row : rows) {
            open("tr");
            for (int c = 0; c < row.size(); c++) {
                Cell cell = row.get(c);
                String side = c < leftColumns ? "left" : "number";
                if (c == 0) {
                    open("th", "scope", "row", "class", side);
                } else {
                    open("td", "class", side);
                }
                cell.write(this);
                close();
            }
            close();
        }
        return close().close().close();
    }

    private void start(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int a = 0; a < attributes.length; a += 2) {
            out.append(' ')
                    .append(attributes[a])
                    .append("=\"")
                    .append(escaped(attributes[a + 1]))
                    .append('"');
        }
        out.append('>');
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(shown(c));
            }
        }
        return escaped.toString();
    }

    /** Gives a text without what a page cannot show, or what would turn the text around it. */
    static String shown(String text) {
        return text.codePoints()
                .map(Html::shown)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int shown(int c) {
        boolean isTurning = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        boolean isSurrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean isNoCharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
        return Character.isISOControl(c) || isTurning || isSurrogate || isNoCharacter ? REPLACEMENT : c;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    /** What is in one cell of a table. */
    @FunctionalInterface
    interface Cell {

        void write(Html html);

        static Cell of(String text) {
            return html -> html.text(text);
        }

        static List<Cell> row(String... texts) {
            return java.util.Arrays.stream(texts).map(Cell::of).toList();
        }
    }
}
