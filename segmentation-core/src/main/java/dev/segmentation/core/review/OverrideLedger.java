package dev.segmentation.core.review;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The record of what people decided about clients' segments. It outlives every run. */
public final class OverrideLedger {

    private final List<LedgerEntry> entries;

    private OverrideLedger(List<LedgerEntry> entries) {
        this.entries = entries;
    }

    /**
     * Gives a ledger without an entry.
     *
     * @return the ledger
     */
    public static OverrideLedger empty() {
        return new OverrideLedger(List.of());
    }

    /**
     * Gives a ledger.
     *
     * @param entries the entries; copied
     * @return the ledger
     */
    public static OverrideLedger of(List<LedgerEntry> entries) {
        return new OverrideLedger(List.copyOf(entries));
    }

    /**
     * Gives the entries, as they were given.
     *
     * @return the entries
     */
    public List<LedgerEntry> entries() {
        return entries;
    }

    /**
     * Gives the entries that hold on a day, by the client.
     *
     * @param day the day
     * @return at most one entry a client
     * @throws IllegalArgumentException if two entries for one client hold on that day
     */
    public Map<String, LedgerEntry> inForce(LocalDate day) {
        Map<String, LedgerEntry> inForce = new LinkedHashMap<>();
        for (LedgerEntry entry : entries) {
            LedgerEntry other = entry.isInForce(day) ? inForce.put(entry.clientId(), entry) : null;
            if (other != null) {
                throw new IllegalArgumentException("one override at most must be in force for a client, but for '"
                        + entry.clientId() + "' there are two on " + day + ": to " + other.segment() + " by "
                        + other.author() + " and to " + entry.segment() + " by " + entry.author()
                        + "; end one of them");
            }
        }
        return inForce;
    }

    /**
     * Gives the entries that do not hold any more.
     *
     * @param day the day
     * @return those that ended before it
     */
    public List<LedgerEntry> expired(LocalDate day) {
        return entries.stream().filter(entry -> entry.isExpired(day)).toList();
    }

    /** Gives one line: {@code OverrideLedger[3 entries]}. */
    @Override
    public String toString() {
        return "OverrideLedger[" + entries.size() + " entries]";
    }
}
