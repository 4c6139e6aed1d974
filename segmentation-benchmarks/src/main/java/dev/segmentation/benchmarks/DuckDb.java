package dev.segmentation.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * DuckDB in this process, in memory. The inputs are loaded before the clock runs; what is timed is a query that writes all
 * of its result into a table.
 *
 * <p>Unknown values are {@code NULL} and left out by {@code where}. Its memory is not the heap's, so that what it allocates
 * is not in the figures.
 */
final class DuckDb implements Contender {

    /** More do not matter: the fixed cost of a query hides what a processor learns of a short input. */
    private static final int MOST_INPUTS = 16;

    private static final String AVERAGE_RANK =
            "rank() over (%1$s order by k0) + (count(*) over (partition by %2$s k0) - 1) / 2.0";

    private final Connection connection;
    private final Statement statement;
    private final List<String> queries = new ArrayList<>();
    private final int answers;
    private final double missing;

    /**
     * Opens a database and loads the inputs, one table each: the row number, then the keys.
     *
     * @param query gives the query on the table of an input
     * @param answers how many rows an answer has
     * @param missing the answer of rows that are not in the result
     */
    private DuckDb(List<double[][]> inputs, int threads, IntFunction<String> query, int answers, double missing) {
        this.answers = answers;
        this.missing = missing;
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:");
            statement = connection.createStatement();
            statement.execute("set threads = " + threads);
            for (int input = 0; input < Math.min(MOST_INPUTS, inputs.size()); input++) {
                load(table(input), inputs.get(input));
                queries.add("create or replace table answers as " + query.apply(input));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be filled", e);
        }
    }

    private static String table(int input) {
        return "input" + input;
    }

    private void load(String table, double[][] keys) throws SQLException {
        String columns = IntStream.range(0, keys.length)
                .mapToObj(k -> ", k" + k + " double")
                .collect(Collectors.joining());
        statement.execute("create table " + table + " (row_number integer" + columns + ")");
        try (DuckDBAppender appender = connection.unwrap(DuckDBConnection.class).createAppender(table)) {
            for (int row = 0; row < keys[0].length; row++) {
                appender.beginRow().append(row);
                for (double[] key : keys) {
                    if (Double.isNaN(key[row])) {
                        appender.appendNull();
                    } else {
                        appender.append(key[row]);
                    }
                }
                appender.endRow();
            }
        }
    }

    static Contender averageRanks(List<double[]> inputs, int threads) {
        return ofColumns(inputs, threads, input -> perRow(input, AVERAGE_RANK.formatted("", "")), Double.NaN);
    }

    static Contender percentRanks(List<double[]> inputs, int threads) {
        return ofColumns(inputs, threads, input -> perRow(input, "percent_rank() over (order by k0)"), Double.NaN);
    }

    /** Ranks within the books of one size; the number of the book is made of the row's. */
    static Contender bookRanks(List<double[]> inputs, int size, int threads) {
        String book = "row_number // " + size;
        return ofColumns(
                inputs,
                threads,
                input -> perRow(input, AVERAGE_RANK.formatted("partition by " + book, book + ",")),
                Double.NaN);
    }

    /** Takes quantiles without interpolation, at probabilities that hit the wanted places exactly. */
    static Contender cutoffs(List<double[]> inputs, int threads) {
        return new DuckDb(
                keys(inputs),
                threads,
                input -> "select unnest(range(3)) as row_number, unnest(q) as answer from " + quantiles(inputs, input),
                3,
                Double.NaN);
    }

    static Contender tiers(List<double[]> inputs, int threads) {
        String tier = "case when k0 >= q[1] then 0 when k0 >= q[2] then 1 when k0 >= q[3] then 2 else 3 end";
        return ofColumns(
                inputs,
                threads,
                input -> "select row_number, " + tier + " as answer from " + table(input) + ", "
                        + quantiles(inputs, input) + " where k0 is not null",
                -1);
    }

    static Contender rowRanks(List<double[][]> inputs, int threads) {
        return new DuckDb(
                inputs,
                threads,
                input -> perRow(input, "rank() over (order by k0 desc, k1 desc, k2 desc)"),
                inputs.get(0)[0].length,
                Double.NaN);
    }

    private static Contender ofColumns(List<double[]> inputs, int threads, IntFunction<String> query, double missing) {
        return new DuckDb(keys(inputs), threads, query, inputs.get(0).length, missing);
    }

    private static List<double[][]> keys(List<double[]> columns) {
        return columns.stream().map(column -> new double[][] {column}).toList();
    }

    private static String perRow(int input, String expression) {
        return "select row_number, " + expression + " as answer from " + table(input) + " where k0 is not null";
    }

    private static String quantiles(List<double[]> inputs, int input) {
        String probabilities = DoubleStream.of(TopPlaces.probabilities(TopPlaces.known(inputs.get(input))))
                .mapToObj(probability -> probability + "::double")
                .collect(Collectors.joining(", "));
        return "(select quantile_disc(k0, [" + probabilities + "]) as q from " + table(input) + ")";
    }

    @Override
    public int inputs() {
        return queries.size();
    }

    @Override
    public Object run(int input) {
        try {
            return statement.execute(queries.get(input));
        } catch (SQLException e) {
            throw new IllegalStateException("the query failed: " + queries.get(input), e);
        }
    }

    @Override
    public double[] answer(int input) {
        run(input);
        double[] answer = new double[answers];
        Arrays.fill(answer, missing);
        try (ResultSet rows = statement.executeQuery("select row_number, answer from answers")) {
            while (rows.next()) {
                answer[rows.getInt(1)] = rows.getDouble(2);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the answers cannot be read", e);
        }
        return answer;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be closed", e);
        }
    }
}
