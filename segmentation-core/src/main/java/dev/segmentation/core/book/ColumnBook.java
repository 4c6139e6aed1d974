package dev.segmentation.core.book;

import com.google.common.collect.ImmutableMap;
import dev.segmentation.api.Client;
import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Cutoffs;
import dev.segmentation.api.Direction;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Ordering;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.Segmenter;
import dev.segmentation.api.Summary;
import dev.segmentation.api.TopShares;
import dev.segmentation.core.ranking.ShareOfTotalCuts;
import dev.segmentation.core.ranking.SummaryAccumulator;
import dev.segmentation.core.ranking.TopShareCuts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A book that holds one array of numbers a measure. */
final class ColumnBook implements ClientBook, Columns {

    /** As JShell cuts longer ones in the middle; behind them comes how many more there are. */
    private static final int MOST_CHARACTERS_SHOWN = 60;

    private final Ids ids;
    private final List<Measure> measures;
    private final ImmutableMap<String, NumberColumn> columns;
    private final ImmutableMap<String, TextColumn> attributes;

    /** By the name of the measure; made when first asked for. */
    private final Map<String, Summary> summaries = new ConcurrentHashMap<>();

    /** Kept, as a score is asked for to find its cuts, then to place the clients, then to rank them. */
    private volatile @Nullable Made lastMade;

    /** Takes the columns as they are: only a builder that lets go of them calls this. */
    ColumnBook(Ids ids, List<Measure> measures, List<NumberColumn> columns, Map<String, TextColumn> attributes) {
        this.ids = ids;
        this.measures = measures;
        ImmutableMap.Builder<String, NumberColumn> byName = ImmutableMap.builder();
        for (int m = 0; m < measures.size(); m++) {
            byName.put(measures.get(m).name(), columns.get(m));
        }
        this.columns = byName.build();
        this.attributes = ImmutableMap.copyOf(attributes);
    }

    @Override
    public long size() {
        return ids.size();
    }

    @Override
    public List<Measure> measures() {
        return measures;
    }

    @Override
    public List<String> attributes() {
        return attributes.keySet().asList();
    }

    @Override
    public TextColumn texts(String attribute) {
        TextColumn texts = attributes.get(attribute);
        return texts == null ? TextColumn.unknown(rows()) : texts;
    }

    @Override
    public Client client(int index) {
        return new Row(Objects.checkIndex(index, ids.size()));
    }

    @Override
    public ClientCursor cursor() {
        return new Row(0);
    }

    @Override
    public Optional<Integer> find(String id) {
        return ids.find(id);
    }

    @Override
    public Summary summary(Measure measure) {
        double[] column = column(measure);
        return summaries.computeIfAbsent(measure.name(), name -> {
            SummaryAccumulator summary = new SummaryAccumulator();
            summary.add(column);
            return summary.summary();
        });
    }

    /** Keeps the summary of a measure, where somebody has seen all of its values anyway. */
    void keep(Measure measure, Summary summary) {
        summaries.putIfAbsent(measure.name(), summary);
    }

    @Override
    public Cutoffs cutoffs(Ordering ordering, TopShares shares) {
        Measure measure = ordering.keys().get(0).measure().orElse(null);
        if (measure == null || ordering.keys().size() > 1) {
            return TopShareCuts.of(keys(ordering), shares);
        }
        return coded(measure)
                .map(coded -> TopShareCuts.of(coded.values(), coded.counts(), measure.direction(), shares))
                .orElseGet(() -> TopShareCuts.of(column(measure), measure.direction(), shares));
    }

    @Override
    public Cutoffs cutoffsOfTotal(Ordering ordering, Measure total, TopShares shares) {
        return ShareOfTotalCuts.of(keys(ordering), column(total), shares).withTotal(total);
    }

    @Override
    public void check(List<Requirement> requirements) {
        for (Requirement requirement : requirements) {
            if (!acceptsAll(requirement)) {
                ClientBook.super.check(requirements); // finds the first client and says what is wrong
            }
        }
    }

    @Override
    public Segmentation segment(Segmenter segmenter) {
        return new ColumnSegmentation(this, segmenter);
    }

    @Override
    public int rows() {
        return ids.size();
    }

    @Override
    public double[] values(Measure measure) {
        NumberColumn column = columns.get(measure.name());
        if (column == null) {
            double[] unknown = new double[rows()];
            Arrays.fill(unknown, Double.NaN);
            return unknown;
        }
        return column.values();
    }

    @Override
    public Optional<CodedColumn> coded(Measure measure) {
        NumberColumn column = columns.get(measure.name());
        return column == null ? Optional.empty() : column.coded();
    }

    @Override
    public boolean isKnown(Measure measure) {
        NumberColumn column = columns.get(measure.name());
        return column == null ? rows() == 0 : column.isKnown();
    }

    @Override
    public boolean acceptsAll(Requirement requirement) {
        NumberColumn column = columns.get(requirement.measure().name());
        return column == null || column.isAcceptedBy(requirement);
    }

    /** Gives the book of some of the clients, in the order of their rows there. */
    ColumnBook gather(int[] rows, int from, int to) {
        List<NumberColumn> gathered = columns.values().stream()
                .map(column -> column.gather(rows, from, to))
                .toList();
        Map<String, TextColumn> texts = new LinkedHashMap<>();
        attributes.forEach((name, column) -> texts.put(name, column.gather(rows, from, to)));
        return new ColumnBook(ids.gather(rows, from, to), measures, gathered, texts);
    }

    /** Gives the column of a measure that must be there, to be read only. */
    double[] column(Measure measure) {
        NumberColumn column = columns.get(measure.name());
        if (column == null) {
            throw new IllegalArgumentException(
                    "there must be a measure '" + measure + "', but the book has " + measures);
        }
        return column.values();
    }

    /** Gives the keys of all clients, one array a key, to be read only. */
    double[][] keys(Ordering ordering) {
        List<double[]> keys = new ArrayList<>();
        for (Ordering.Key key : ordering.keys()) {
            keys.add(key.measure().map(this::presentKeys).orElseGet(() -> made(key)));
        }
        return keys.toArray(new double[0][]);
    }

    @Override
    public double[] keys(Measure measure) {
        double[] values = values(measure);
        if (measure.direction() == Direction.HIGHER_IS_BETTER) {
            return values;
        }
        double[] oriented = new double[values.length];
        for (int row = 0; row < oriented.length; row++) {
            oriented[row] = measure.direction().orient(values[row]);
        }
        return oriented;
    }

    /** Gives the keys of a measure that must be there. */
    private double[] presentKeys(Measure measure) {
        column(measure); // refuses one that is not
        return keys(measure);
    }

    @Override
    public double[] made(ColumnFunction function) {
        Made made = lastMade;
        if (made == null || made.function != function) {
            made = new Made(function, function.scores(this));
            lastMade = made;
        }
        return made.values;
    }

    private double[] made(Ordering.Key key) {
        if (key.function().orElse(null) instanceof ColumnFunction function) {
            return made(function);
        }
        double[] values = new double[ids.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = key.of(new Row(row));
        }
        return values;
    }

    /** Gives one line of less than 80 characters: {@code Book[250 clients, revenue, hours]}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Book[" + size() + " clients");
        int shown = 0;
        while (shown < measures.size()
                && text.length() + measures.get(shown).name().length() < MOST_CHARACTERS_SHOWN) {
            text.append(", ").append(measures.get(shown++));
        }
        int more = measures.size() - shown;
        return text + (more == 0 ? "" : ", and " + more + " more") + "]";
    }

    /** The numbers that a function made of all clients. */
    private static final class Made {

        private final ColumnFunction function;
        private final double[] values;

        Made(ColumnFunction function, double... values) {
            this.function = function;
            this.values = values;
        }
    }

    /** A client as a view of one row. */
    private final class Row implements ClientCursor {

        private int index;

        Row(int index) {
            this.index = index;
        }

        @Override
        public void moveTo(int row) {
            index = Objects.checkIndex(row, ids.size());
        }

        @Override
        public String id() {
            return ids.get(index);
        }

        @Override
        public double measure(Measure measure) {
            NumberColumn column = columns.get(measure.name());
            return column == null ? Double.NaN : column.values()[index];
        }

        @Override
        public Optional<String> attribute(String name) {
            TextColumn texts = attributes.get(name);
            return texts == null ? Optional.empty() : texts.text(index);
        }

        @Override
        public String toString() {
            return "Client[" + id() + "]";
        }
    }
}
