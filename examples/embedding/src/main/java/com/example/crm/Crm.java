package com.example.crm;

import static dev.segmentation.api.Measure.ATTITUDE;
import static dev.segmentation.api.Measure.HOURS;
import static dev.segmentation.api.Measure.INFLUENCE;
import static dev.segmentation.api.Measure.REVENUE;

import dev.segmentation.api.Assignment;
import dev.segmentation.api.Client;
import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Schemes;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.api.Segmenter;
import dev.segmentation.core.book.Books;
import dev.segmentation.schemes.fours.FourS;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** A small CRM that segments its contacts; it ends with exit code 1 if anything is not as it must be. */
public final class Crm {

    private final Map<String, String> tiers = new TreeMap<>();

    private Crm() {}

    public static void main(String[] args) throws Exception {
        System.out.println("Java " + Runtime.version().feature() + ", " + FourS.class.getModule());
        new Crm().run();
    }

    private void run() throws Exception {
        List<Contact> contacts = contacts();
        ClientBook book = Books.of(contacts, Contact::id)
                .measure(REVENUE, Contact::annualFees)
                .measure(HOURS, Contact::hoursLastYear)
                .measure(ATTITUDE, Contact::attitude)
                .measure(INFLUENCE, Contact::referrals)
                .build();
        Segmentation result = FourS.scheme().segment(book);
        result.forEach(a -> tiers.put(a.clientId(), a.segment().name()));
        System.out.println(result + ": C-100 is " + tiers.get("C-100"));
        must(tiers.size() == contacts.size(), "each contact must have a tier");

        Client client = Client.of("C-101", Map.of(REVENUE, 20_000.0, HOURS, 2.0, ATTITUDE, 3.0, INFLUENCE, 3.0));
        Assignment newcomer = result.segmenter().assign(client);
        System.out.println("newcomer: " + newcomer.segment().name());
        Segmenter stored = readBack(result.segmenter());
        must(stored.assign(client).segment().equals(newcomer.segment()), "a stored segmenter must say the same");

        SegmentationScheme found = CompletableFuture.supplyAsync(() -> Schemes.load().get("four-s")).get();
        must(found.segment(book).toString().equals(result.toString()), "a pool's thread must find the schemes");
        System.out.println("schemes: " + Schemes.load().ids());
        must(Schemes.load().problems().isEmpty(), "there must be no problems: " + Schemes.load().problems());
    }

    private static List<Contact> contacts() {
        List<Contact> contacts = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            contacts.add(new Contact("C-" + i, 100.0 * i, (i * 7) % 11, 1 + i % 3, 1 + (i / 3) % 3));
        }
        return contacts;
    }

    private static Segmenter readBack(Segmenter segmenter) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(segmenter);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (Segmenter) in.readObject();
        }
    }

    private static void must(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException(what);
        }
    }
}
