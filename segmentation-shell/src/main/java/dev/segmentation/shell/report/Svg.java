package dev.segmentation.shell.report;

import java.awt.Color;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A chart as SVG within a page: its colours are those of the page by light and by dark, and its texts in the page's font. */
final class Svg {

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    /** What Batik writes of the way of drawing, and a page need not know. */
    private static final List<String> IDLE = List.of(
            "clip-path",
            "color-interpolation",
            "color-rendering",
            "font-family",
            "font-size",
            "font-style",
            "font-weight",
            "image-rendering",
            "shape-rendering",
            "text-rendering");

    private Svg() {}

    /** Writes a chart; the id tells its parts from those of the page's other charts. */
    static String of(Plot plot, String id) {
        try {
            Document document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(NAMESPACE, "svg", null);
            SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
            context.setComment(null);
            context.setPrecision(2);
            SVGGraphics2D graphics = new SVGGraphics2D(context, false);
            plot.paint(graphics);
            Element root = graphics.getRoot();
            tidy(root);
            root.setAttribute("viewBox", "0 0 " + Plot.WIDTH + " " + Plot.HEIGHT);
            root.setAttribute("role", "img");
            root.setAttribute("aria-labelledby", id + "-title " + id + "-desc");
            Node first = root.getFirstChild();
            root.insertBefore(text(document, "title", plot.title(), id + "-title"), first);
            root.insertBefore(text(document, "desc", plot.description(), id + "-desc"), first);
            for (Plot.Label label : plot.labels()) {
                root.appendChild(label(document, label));
            }
            return written(root);
        } catch (ParserConfigurationException | TransformerException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Element text(Document document, String tag, String text, String id) {
        Element element = document.createElementNS(NAMESPACE, tag);
        element.setAttribute("id", id);
        element.setTextContent(Html.shown(text));
        return element;
    }

    private static Element label(Document document, Plot.Label label) {
        Element element = document.createElementNS(NAMESPACE, "text");
        element.setAttribute("x", number(label.x()));
        element.setAttribute("y", number(label.y()));
        element.setAttribute("text-anchor", label.anchor().name().toLowerCase(Locale.ROOT));
        element.setAttribute("stroke", "none");
        element.setAttribute("style", "fill:var(" + label.color().variable() + ")");
        element.setTextContent(label.text());
        return element;
    }

    private static String number(double dots) {
        return String.format(Locale.ROOT, "%.1f", dots);
    }

    /** Takes out what cannot be seen, and names the page's colours in place of those by light. */
    private static void tidy(Element element) {
        IDLE.forEach(element::removeAttribute);
        StringBuilder style = new StringBuilder();
        for (String paint : List.of("fill", "stroke")) {
            for (Palette color : Palette.values()) {
                if (element.getAttribute(paint).equals(written(color.color()))) {
                    style.append(paint).append(":var(").append(color.variable()).append(");");
                    element.removeAttribute(paint);
                }
            }
        }
        if (style.length() > 0) {
            element.setAttribute("style", style.toString());
        }
        NodeList children = element.getChildNodes();
        for (int i = children.getLength() - 1; i >= 0; i--) {
            Node child = children.item(i);
            if (!(child instanceof Element inner)
                    || inner.getTagName().equals("defs")
                    || inner.getAttribute("fill-opacity").equals("0")) {
                element.removeChild(child);
            } else {
                tidy(inner);
            }
        }
    }

    private static String written(Color color) {
        return "rgb(" + color.getRed() + "," + color.getGreen() + "," + color.getBlue() + ")";
    }

    private static String written(Element root) throws TransformerException {
        Transformer transformer = TransformerFactory.newInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        StringWriter out = new StringWriter();
        transformer.transform(new DOMSource(root), new StreamResult(out));
        return out.toString();
    }
}
