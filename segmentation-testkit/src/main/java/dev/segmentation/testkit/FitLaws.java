package dev.segmentation.testkit;

import dev.segmentation.api.Assignment;
import dev.segmentation.api.Client;
import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Reason;
import dev.segmentation.api.Score;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.Segmenter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What must be so of the outcome for a whole book. */
final class FitLaws {

    private static final int SHUFFLES = 3;

    private final Trial trial;

    /** How many clients of all books came into a segment, and what the last refusal of a book said. */
    private long placed;

    private String lastRefusal = "none was refused";

    FitLaws(Trial trial) {
        this.trial = trial;
    }

    Optional<String> orderDoesNotMatter(Sample sample) {
        Optional<Segmentation> given = trial.segmented(sample);
        List<Sample> others = new ArrayList<>(List.of(sample.reversed()));
        for (int seed = 0; seed < SHUFFLES; seed++) {
            others.add(sample.shuffled(seed));
        }
        for (Sample other : others) {
            Optional<Segmentation> turned = trial.segmented(other);
            if (turned.isPresent() != given.isPresent()) {
                return Optional.of("the book is refused in one order, and not in the order " + ids(other));
            }
            for (int i = 0; turned.isPresent() && i < sample.size(); i++) {
                String id = sample.rows().get(i).id();
                int place = ids(other).indexOf(id);
                Optional<String> difference = Places.difference(
                        given.orElseThrow().assignment(i), turned.orElseThrow().assignment(place));
                if (difference.isPresent()) {
                    return Optional.of(
                            "client " + id + " is " + difference.orElseThrow() + " in the order " + ids(other));
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> ids(Sample sample) {
        return sample.rows().stream().map(Sample.Row::id).toList();
    }

    Optional<String> fittingTwiceGivesTheSame(Sample sample) {
        Optional<Segmentation> first = trial.segmented(sample);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Segmentation once = first.orElseThrow();
        try {
            // The same book, not one like it: a scheme that remembers books would answer from memory.
            Segmenter again = trial.scheme().segment(once.book()).segmenter();
            return Trial.difference(sample, once, again, "when the same book is segmented again");
        } catch (RuntimeException refused) {
            return Optional.of("the same book is refused when segmented again: " + refused);
        }
    }

    Optional<String> isSegmentedOrRefused(Sample sample) {
        ClientBook book = trial.book(sample);
        try {
            Segmentation result = trial.scheme().segment(book);
            placed += result.size() - result.count(Segment.UNSCORED);
            return Optional.empty();
        } catch (IllegalArgumentException refused) {
            lastRefusal = String.valueOf(refused.getMessage());
            return refused.getMessage() == null || refused.getMessage().isBlank()
                    ? Optional.of("the book is refused without a word: " + refused)
                    : Optional.empty();
        } catch (RuntimeException unexpected) {
            return Optional.of(
                    "the book is neither segmented nor refused by an IllegalArgumentException, but met " + unexpected);
        }
    }

    /** Fails where nobody was ever placed: then no other law has been tried. */
    void somebodyWasPlaced() {
        if (placed == 0) {
            trial.fail("no client of any book came into a segment, so nothing can be said of the scheme; the last book"
                    + " that was refused: " + lastRefusal
                    + ". If it needs other values than those of its requirements, override values or texts");
        }
    }

    Optional<String> nothingIsLost(Sample sample) {
        Segmentation result = trial.segmented(sample).orElse(null);
        if (result == null) {
            return Optional.empty();
        }
        List<Segment> segments = trial.scheme().segments();
        long[] counts = new long[segments.size() + 1];
        List<Assignment> walked = new ArrayList<>();
        result.forEach(walked::add);
        if (walked.size() != sample.size() || result.size() != sample.size()) {
            return Optional.of("of " + sample.size() + " clients " + walked.size() + " are assigned");
        }
        for (int i = 0; i < sample.size(); i++) {
            Assignment assignment = walked.get(i);
            String id = sample.rows().get(i).id();
            if (!assignment.clientId().equals(id)) {
                return Optional.of("at the place of client " + id + " there is " + assignment);
            }
            int place = assignment.isScored() ? segments.indexOf(assignment.segment()) : segments.size();
            if (place < 0) {
                return Optional.of("client " + id + " is in " + assignment.segment() + " of order "
                        + assignment.segment().order() + ", which is none of " + segments);
            }
            counts[place]++;
        }
        for (int place = 0; place < counts.length; place++) {
            Segment segment = place < segments.size() ? segments.get(place) : Segment.UNSCORED;
            if (result.count(segment) != counts[place]) {
                return Optional.of(segment + " counts " + result.count(segment) + ", but holds " + counts[place]);
            }
        }
        return Optional.empty();
    }

    Optional<String> oneIsPlacedAsAll(Sample sample) {
        Segmentation result = trial.segmented(sample).orElse(null);
        if (result == null) {
            return Optional.empty();
        }
        for (int i = 0; i < sample.size(); i++) {
            Segment segment = result.segment(i);
            Assignment assignment = result.assignment(i);
            if (!segment.equals(assignment.segment())) {
                return Optional.of("client " + assignment.clientId() + " is in " + segment
                        + " by segment(index), but in " + assignment.segment() + " by assignment(index)");
            }
            double score = assignment.score().map(Score::value).orElse(Double.NaN);
            if (Double.compare(result.score(i), score) != 0) {
                return Optional.of("client " + assignment.clientId() + " has the score " + result.score(i)
                        + " by score(index), but " + score + " by assignment(index)");
            }
            boolean needsAttention = assignment.reasons().stream().anyMatch(Reason::needsAttention);
            if (result.needsAttention(i) != needsAttention) {
                return Optional.of("client " + assignment.clientId() + " needs attention: " + result.needsAttention(i)
                        + " by needsAttention(index), but " + needsAttention + " by assignment(index)");
            }
        }
        return Trial.difference(
                sample, result, result.segmenter(), "when assigned by itself, as a client of another class");
    }

    Optional<String> onlyQuestionsAreAsked(Sample sample) {
        ClientBook book = trial.book(sample);
        Segmenter segmenter;
        try {
            segmenter = trial.scheme().fit(book);
        } catch (RuntimeException refused) {
            return Optional.empty();
        }
        QuestionsOnly questions = new QuestionsOnly(book);
        List<Object> before = answers(book);
        try {
            Segmenter asked = trial.scheme().fit(questions);
            questions.close();
            for (int i = 0; i < sample.size(); i++) {
                Client client = sample.client(i);
                Optional<Assignment> expected = Trial.placed(segmenter, client);
                if (expected.isEmpty()) {
                    continue;
                }
                Optional<String> difference = Places.difference(expected.orElseThrow(), asked.assign(client));
                if (difference.isPresent()) {
                    return Optional.of("client " + client.id() + " is " + difference.orElseThrow()
                            + " when fit gets a Book that is no ClientBook");
                }
            }
        } catch (RuntimeException unexpected) {
            return Optional.of(
                    "with a Book that is no ClientBook, and answers only until fit is done, it meets " + unexpected);
        }
        return before.equals(answers(book))
                ? Optional.empty()
                : Optional.of("the book answers otherwise after fit: " + before + " became " + answers(book));
    }

    private static List<Object> answers(ClientBook book) {
        List<Object> answers =
                new ArrayList<>(List.of(book.size(), List.copyOf(book.measures()), List.copyOf(book.attributes())));
        for (Measure measure : book.measures()) {
            answers.add(book.summary(measure));
            book.forEach(client -> answers.add(client.measure(measure)));
        }
        book.forEach(client -> {
            answers.add(client.id());
            book.attributes().forEach(name -> answers.add(client.attribute(name)));
        });
        return answers;
    }
}
