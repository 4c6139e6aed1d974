import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;

/**
 * Makes up an adviser's book of 250 households, always the same: {@code java examples/MakeBook.java > examples/clients.csv}.
 *
 * <p>Nobody in it exists. The shapes are those of real books: assets are log-normal, so that a few households bring most
 * of the revenue; fees fall with size and are rounded to cents; grades and hours hold many ties; a few values are unknown.
 */
public final class MakeBook {

    private static final int HOUSEHOLDS = 250;
    private static final String[] REASONS = {"family of an ideal client", "with us from the start", "an employee"};

    private static final String[] OCCUPATIONS = {
        "Dentist", "Engineer", "Farmer", "Lawyer", "Nurse", "Pilot", "Retired", "Shop owner", "Surgeon", "Teacher"
    };
    private static final String[] ADVISERS = {"Amara", "Béla", "Chiara"};

    public static void main(String[] args) {
        Random random = new Random(2026);
        // Of their own, so that a new column leaves the others as they are.
        Random more = new Random(11);
        Random days = new Random(30);
        StringBuilder csv = new StringBuilder("client_id,adviser,occupation,client_since,assets,revenue,future_revenue,"
                + "hours,attitude,influence,needs,wants,values,engaged,direct_cost,expected_ideal,exception_reason,"
                + "cross_sell,referrals,birthday\n");
        for (int i = 1; i <= HOUSEHOLDS; i++) {
            String occupation = OCCUPATIONS[random.nextInt(OCCUPATIONS.length)];
            double wealth = occupation.equals("Surgeon") || occupation.equals("Dentist") ? 0.6 : 0;
            double assets = StrictMath.exp(12.6 + wealth + 0.9 * random.nextGaussian());
            double rate = assets > 1_000_000 ? 0.008 : 0.0105;
            double revenue = Math.max(assets * rate, 1500); // there is a minimum fee, so many pay the same
            double growth = StrictMath.exp(0.03 + 0.25 * random.nextGaussian());
            double hours = Math.round(2 * Math.max(2, 9 + assets / 400_000 + 4 * random.nextGaussian())) / 2.0;
            int attitude = grade(random, 0.20, 0.75);
            int influence = grade(random, 0.55, 0.88);
            boolean knowsFuture = random.nextInt(25) > 0;
            boolean knowsHours = random.nextInt(60) > 0;
            csv.append(String.format(
                    Locale.ROOT,
                    "C-%04d,%s,%s,%d,%s,%s,%s,%s,%d,%d,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s%n",
                    i,
                    ADVISERS[random.nextInt(10) * ADVISERS.length / 10],
                    occupation,
                    1996 + random.nextInt(30),
                    cents(assets),
                    cents(revenue),
                    knowsFuture ? cents(revenue * growth) : "",
                    knowsHours ? hours : "",
                    attitude,
                    influence,
                    yes(random, 0.8),
                    yes(random, 0.3 + 0.2 * attitude),
                    yes(random, 0.4 + 0.15 * attitude),
                    yes(more, 0.25 * attitude),
                    cents(250 + 100 * more.nextInt(8)),
                    more.nextInt(3) > 0 ? yes(more, 0.35) : "",
                    more.nextInt(5) > 0 ? "" : REASONS[more.nextInt(REASONS.length)],
                    yes(more, 0.3),
                    yes(more, 0.2 * influence),
                    days.nextInt(20) > 0 ? LocalDate.of(1940, 1, 1).plusDays(days.nextInt(18_000)) : ""));
        }
        byte[] bytes = csv.toString().replace("\r\n", "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        System.out.write(bytes, 0, bytes.length);
        System.out.flush();
    }

    /** Gives 1 below the first bound, 2 below the second, else 3. */
    private static int grade(Random random, double first, double second) {
        double drawn = random.nextDouble();
        return drawn < first ? 1 : drawn < second ? 2 : 3;
    }

    private static String yes(Random random, double probability) {
        return random.nextDouble() < probability ? "yes" : "no";
    }

    private static String cents(double amount) {
        return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }
}
