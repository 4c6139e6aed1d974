package dev.segmentation.schemes;

import static dev.segmentation.api.Measure.ATTITUDE;
import static dev.segmentation.api.Measure.HOURS;
import static dev.segmentation.api.Measure.INFLUENCE;
import static dev.segmentation.api.Measure.REVENUE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.segmentation.api.Assignment;
import dev.segmentation.api.Book;
import dev.segmentation.api.Client;
import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Ordering;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Schemes;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.api.Segmenter;
import dev.segmentation.core.book.Books;
import dev.segmentation.schemes.fours.FourS;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The programs that users write, as they write them: they judge the API. The analyst's is in the shell. */
class UserProgramsTest {

    /** The class of a CRM vendor. */
    record Contact(String id, double annualFees, double hoursLastYear, int attitude, int referrals) {}

    /** Ten contacts, each better than the next in everything. */
    private static final List<Contact> CONTACTS = IntStream.range(0, 10)
            .mapToObj(i -> new Contact("C-" + i, 10_000 - 500 * i, 5 + i, 3 - i / 4, 3 - i / 4))
            .toList();

    /** What the vendor keeps in its CRM. */
    private static final class Crm {
        private final Map<String, String> tiers = new HashMap<>();

        void setTier(String contactId, String tier) {
            tiers.put(contactId, tier);
        }
    }

    @Test
    void aVendorSegmentsItsOwnContacts() {
        Crm crm = new Crm();
        List<Contact> contacts = CONTACTS;
        Client client = Client.of("C-10", Map.of(REVENUE, 20_000.0, HOURS, 2.0, ATTITUDE, 3.0, INFLUENCE, 3.0));

        ClientBook book = Books.of(contacts, Contact::id)
                .measure(REVENUE, Contact::annualFees)
                .measure(HOURS, Contact::hoursLastYear)
                .measure(ATTITUDE, Contact::attitude)
                .measure(INFLUENCE, Contact::referrals)
                .build();
        Segmentation result = FourS.scheme().segment(book);
        result.forEach(a -> crm.setTier(a.clientId(), a.segment().name()));
        Assignment newcomer = result.segmenter().assign(client); // no refit

        assertEquals("Platinum", crm.tiers.get("C-0"));
        assertEquals("Gold", crm.tiers.get("C-2"));
        assertEquals("Silver", crm.tiers.get("C-4"));
        assertEquals("Standard", crm.tiers.get("C-5"));
        assertEquals("Platinum", newcomer.segment().name());
        assertEquals("Segmentation[four-s, 10 clients, 4 segments]", result.toString());
    }

    /** The class of a scheme developer. */
    public static final class TenureScheme implements SegmentationScheme {

        private static final Measure TENURE = Measure.of("tenure");

        @Override
        public String id() {
            return "acme.tenure";
        }

        @Override
        public List<Segment> segments() {
            return List.of(Segment.of("Loyal", 1), Segment.of("Settled", 2), Segment.of("New", 3));
        }

        @Override
        public List<Requirement> requirements() {
            return List.of(Requirement.needs(TENURE));
        }

        @Override
        public Segmenter fit(Book book) {
            Ordering byTenure = Ordering.by(TENURE);
            return Segmenter.ranked(id(), segments(), byTenure, book.cutoffs(byTenure, 0.25, 0.75));
        }
    }

    @Test
    void aDeveloperWritesAScheme() {
        ClientBook book = Books.of(List.of(1, 2, 3, 4), years -> "C-" + years)
                .measure(TenureScheme.TENURE, Integer::doubleValue)
                .build();
        Schemes schemes = Schemes.load().with(new TenureScheme());
        Segmentation result = schemes.get("acme.tenure").segment(book);
        assertEquals("Loyal", result.explain("C-4").segment().name());
        assertEquals("Settled", result.explain("C-2").segment().name());
        assertEquals("New", result.explain("C-1").segment().name());
    }
}
