package dev.segmentation.shell.niche;

/**
 * One text of an attribute, and how often it is among the best clients.
 *
 * <p>Of 200 clients whose occupation is known 20 are among the best; 10 of the 200 are vets, and 4 of those are among the
 * best. A tenth of all but four tenths of the vets are: the lift is 4, the support 4/200 = 0.02.
 *
 * @param attribute the name of the attribute
 * @param text the text
 * @param clients how many clients have it
 * @param amongBest how many of those are among the best
 * @param known how many clients have any text of the attribute
 * @param bestKnown how many of those are among the best
 * @param p the chance of as many or more among the best, were the text of no matter: Fisher's exact test, one-sided
 * @param adjustedP the least false discovery rate at which it is found, by Benjamini and Hochberg, over all that were tried
 */
public record Niche(
        String attribute,
        String text,
        long clients,
        long amongBest,
        long known,
        long bestKnown,
        double p,
        double adjustedP) {

    /**
     * Gives how many times as often as usual clients with this text are among the best.
     *
     * @return 1 where the text is of no matter; {@code NaN} where nobody is among the best
     */
    public double lift() {
        return ((double) amongBest * known) / ((double) clients * bestKnown);
    }

    /**
     * Gives the part of the clients that have this text and are among the best.
     *
     * @return from 0 to 1
     */
    public double support() {
        return (double) amongBest / known;
    }

    Niche withAdjustedP(double newAdjustedP) {
        return new Niche(attribute, text, clients, amongBest, known, bestKnown, p, newAdjustedP);
    }

    /** Gives one line: {@code Niche[occupation Vet, 4 of 10]}; cut where the texts are long. */
    @Override
    public String toString() {
        String name = attribute + " " + text;
        String shown = name.length() > 50 ? name.substring(0, 49) + "…" : name;
        return "Niche[" + shown + ", " + amongBest + " of " + clients + "]";
    }
}
