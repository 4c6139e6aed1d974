package dev.segmentation.api;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A client's segment, with its score, the reasons, and what decided it.
 *
 * <p>A scheme makes one by {@link #of} or {@link #unscored} and adds what it knows:
 *
 * <pre>{@code
 * Assignment.of(client.id(), gold).withScore(score).withReasons(reasons)
 * }</pre>
 *
 * <p>Two assignments are equal when all their parts are.
 */
public final class Assignment implements Serializable {

    private static final long serialVersionUID = 1;

    private final String clientId;
    private final Segment segment;
    private final @Nullable Score score;
    private final Reason[] reasons;
    private final Decision decidedBy;

    private Assignment(String clientId, Segment segment, @Nullable Score score, Reason[] reasons, Decision decidedBy) {
        this.clientId = Objects.requireNonNull(clientId, "clientId");
        this.segment = Objects.requireNonNull(segment, "segment");
        this.score = score;
        this.reasons = reasons;
        this.decidedBy = decidedBy;
    }

    /**
     * Gives an assignment by rule, with neither score nor reasons.
     *
     * @param clientId the client
     * @param segment its segment
     * @return the assignment
     */
    public static Assignment of(String clientId, Segment segment) {
        return new Assignment(clientId, segment, null, new Reason[0], Decision.RULE);
    }

    /**
     * Gives the assignment of a client that could not be judged.
     *
     * @param clientId the client
     * @param why what is unknown; at least one reason
     * @return an assignment to {@link Segment#UNSCORED}
     * @throws IllegalArgumentException if there is no reason
     */
    public static Assignment unscored(String clientId, List<Reason> why) {
        if (why.isEmpty()) {
            throw new IllegalArgumentException("a client is left unscored for a reason, but none was given");
        }
        return of(clientId, Segment.UNSCORED).withReasons(why);
    }

    /**
     * Gives the same with a score.
     *
     * @param newScore the score
     * @return another assignment
     */
    public Assignment withScore(Score newScore) {
        return new Assignment(clientId, segment, Objects.requireNonNull(newScore, "score"), reasons, decidedBy);
    }

    /**
     * Gives the same with these reasons in place of those it had.
     *
     * @param newReasons the reasons, the most telling first; copied
     * @return another assignment
     */
    public Assignment withReasons(List<Reason> newReasons) {
        Reason[] copy = newReasons.toArray(new Reason[0]);
        for (Reason reason : copy) {
            Objects.requireNonNull(reason, "reason");
        }
        return new Assignment(clientId, segment, score, copy, decidedBy);
    }

    /**
     * Gives the same, decided by something else.
     *
     * @param newDecision what decided
     * @return another assignment
     */
    public Assignment withDecidedBy(Decision newDecision) {
        return new Assignment(clientId, segment, score, reasons, Objects.requireNonNull(newDecision, "decidedBy"));
    }

    /**
     * Gives the client's id.
     *
     * @return the id
     */
    public String clientId() {
        return clientId;
    }

    /**
     * Gives the client's segment; {@link Segment#UNSCORED} for a client that could not be judged.
     *
     * @return the segment
     */
    public Segment segment() {
        return segment;
    }

    /**
     * Says whether the client was judged.
     *
     * @return whether it is in a real segment
     */
    public boolean isScored() {
        return segment.isScored();
    }

    /**
     * Gives the score, where the scheme scores and the client was judged.
     *
     * @return the score
     */
    public Optional<Score> score() {
        return Optional.ofNullable(score);
    }

    /**
     * Gives the reasons, the most telling first.
     *
     * @return the reasons; empty where the scheme gives none
     */
    public List<Reason> reasons() {
        return Collections.unmodifiableList(Arrays.asList(reasons)); // nobody changes the array
    }

    /**
     * Says what decided the segment.
     *
     * @return the decision
     */
    public Decision decidedBy() {
        return decidedBy;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Assignment that
                && clientId.equals(that.clientId)
                && segment.equals(that.segment)
                && Objects.equals(score, that.score)
                && Arrays.equals(reasons, that.reasons)
                && decidedBy == that.decidedBy;
    }

    @Override
    public int hashCode() {
        return Objects.hash(clientId, segment, score, reasons(), decidedBy);
    }

    /** Gives one line: {@code Assignment[C-0042, Gold]}. */
    @Override
    public String toString() {
        return "Assignment[" + clientId + ", " + segment + "]";
    }
}
