package dev.segmentation.api;

/** Says that a cut goes through clients with equal keys, and that the caller wanted this refused. */
public final class TiedCutException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    /**
     * Says which cut.
     *
     * @param cut the cut's place among the asked ones; 1 is the first
     * @param cuts how many were asked
     * @param asked the share
     * @param tied how many clients are tied across it
     */
    public TiedCutException(int cut, int cuts, Share asked, long tied) {
        super("a cut must not go through equal clients, but the one at " + asked + " goes through " + tied
                + " of them (cut " + cut + " of " + cuts + ")");
    }
}
