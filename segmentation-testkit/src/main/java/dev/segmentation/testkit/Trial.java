package dev.segmentation.testkit;

import dev.segmentation.api.Assignment;
import dev.segmentation.api.Client;
import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.api.Segmenter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.TestInfo;

/** Tries a law on many books; where one breaks it, looks for the smallest one that does, and shows that. */
final class Trial {

    private final SegmentationSchemeContract contract;
    private final String law;
    private final SegmentationScheme scheme;
    private final Samples samples;

    Trial(SegmentationSchemeContract contract, TestInfo test) {
        this.contract = contract;
        this.law = test.getDisplayName();
        this.scheme = contract.scheme();
        this.samples = new Samples(contract);
    }

    /** What must be so for every book. */
    @FunctionalInterface
    interface Law {
        /** Says how a book breaks it, or nothing where the law holds. */
        Optional<String> broken(Sample sample);
    }

    SegmentationScheme scheme() {
        return scheme;
    }

    Samples samples() {
        return samples;
    }

    SegmentationSchemeContract contract() {
        return contract;
    }

    /** Fails with the smallest book found that breaks a law, if one does. */
    void holds(Law check) {
        int number = 0;
        List<Sample> all = samples.all();
        for (Sample sample : all) {
            number++;
            Optional<String> broken = check.broken(sample);
            if (broken.isPresent()) {
                Sample smallest = new Shrinking(samples, check).smallest(sample);
                // What threads do to each other need not come about again.
                String how = check.broken(smallest).or(() -> broken).orElseThrow();
                fail(how + "\nThe smallest book found that shows it (from book " + number + " of " + all.size()
                        + "), of " + smallest.size() + (smallest.size() == 1 ? " client" : " clients") + ":\n"
                        + smallest);
            }
        }
    }

    /** Fails where something about the scheme itself is wrong. */
    void fail(String how) {
        Assertions.fail("The contract: " + law + ".\nBroken by " + scheme.id() + ": " + how);
    }

    ClientBook book(Sample sample) {
        return contract.book(sample.measures(), sample.attributes(), sample.clients());
    }

    /** Gives the outcome, or nothing where the scheme refused the book: whether it may is a law of its own. */
    Optional<Segmentation> segmented(Sample sample) {
        return segmented(scheme, sample);
    }

    Optional<Segmentation> segmented(SegmentationScheme any, Sample sample) {
        try {
            return Optional.of(any.segment(book(sample)));
        } catch (RuntimeException refused) {
            return Optional.empty();
        }
    }

    /** Gives a client's assignment, or nothing where the segmenter refused the client. */
    static Optional<Assignment> placed(Segmenter segmenter, Client client) {
        try {
            return Optional.of(segmenter.assign(client));
        } catch (RuntimeException refused) {
            return Optional.empty();
        }
    }

    /** Says for which client of a sample another segmenter places differently from the outcome, if for one. */
    static Optional<String> difference(Sample sample, Segmentation result, Segmenter other, String when) {
        for (int i = 0; i < sample.size(); i++) {
            Optional<Assignment> again = placed(other, sample.client(i));
            Optional<String> difference = again.isEmpty()
                    ? Optional.of("refused")
                    : Places.difference(result.assignment(i), again.orElseThrow());
            if (difference.isPresent()) {
                return Optional.of(
                        "client " + sample.rows().get(i).id() + " is " + difference.orElseThrow() + " " + when);
            }
        }
        return Optional.empty();
    }
}
