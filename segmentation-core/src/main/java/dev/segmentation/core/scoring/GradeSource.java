package dev.segmentation.core.scoring;

import dev.segmentation.api.Client;
import dev.segmentation.api.Settings;
import dev.segmentation.core.book.Columns;
import java.io.Serializable;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Where the grades of one criterion come from, learnt from a book: a measure or an attribute of the client. */
interface GradeSource extends Serializable {

    String name();

    /** Gives the client's own number, or the grade of its text; NaN where it is unknown. */
    double raw(Client client);

    /** Gives the same for the rows of a book. */
    IntToDoubleFunction raw(Columns columns);

    /** Gives the same as for a client, and refuses what makes no sense. */
    double checked(Client client);

    /** Gives the grade of what {@link #raw} gave; NaN where there is none. */
    double grade(double raw);

    /** Gives what a reason tells of the client beside its grade: its text, or that its number is unknown; null for nothing. */
    @Nullable Object told(Client client, double raw);

    /** Writes the grades of the clients {@code from..to} to the start of an array; NaN for those without. */
    void grades(Columns columns, int from, int to, double[] grades);

    /** Says whether every client has a grade. */
    boolean gradesAll(Columns columns);

    /** Gives what adds the weighted grades of clients; NaN for those without. */
    Adder adder(Columns columns, double weight);

    /** Adds weighted grades of clients, block by block. */
    interface Adder {

        /** Adds those of the clients {@code from..to} to the start of an array. */
        void add(int from, int to, double[] sums);
    }

    /** Refuses an unknown value. */
    RuntimeException refusedUnknown(Client client);

    /** Refuses the first client with a value that makes no sense. */
    void check(Columns columns);

    /** Says whether there is no such client. */
    boolean acceptsAll(Columns columns);

    /** Says whether all clients of the book are equal here. */
    boolean isConstant();

    /** Says whether more is worse, so that a good grade is that of a small value. */
    boolean isLessBetter();

    Settings settings();
}
