package dev.segmentation.testkit;

import dev.segmentation.api.Requirement;
import dev.segmentation.api.Schemes;
import dev.segmentation.api.Segment;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.api.Segmenter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What must be so of what the scheme says of itself. */
final class DeclarationLaws {

    private final Trial trial;

    DeclarationLaws(Trial trial) {
        this.trial = trial;
    }

    void idIsLegal() {
        try {
            Schemes known = Schemes.load().with(trial.scheme());
            if (known.get(trial.scheme().id()) != trial.scheme()) {
                trial.fail("it is not found by its id");
            }
        } catch (IllegalArgumentException refused) {
            trial.fail(String.valueOf(refused.getMessage()));
        }
    }

    void segmentsAreInOrder() {
        List<Segment> segments = trial.scheme().segments();
        Set<String> names = new HashSet<>();
        if (segments.isEmpty()) {
            trial.fail("there is none");
        }
        for (int s = 0; s < segments.size(); s++) {
            Segment segment = segments.get(s);
            if (segment.order() != s + 1) {
                trial.fail("segment " + (s + 1) + ", " + segment + ", is of order " + segment.order());
            }
            if (!names.add(segment.name()) || segment.name().equals(Segment.UNSCORED.name())) {
                trial.fail("the name '" + segment + "' is taken twice, or that of those who are not judged");
            }
        }
    }

    void nothingIsAskedForTwice() {
        SegmentationScheme scheme = trial.scheme();
        Set<String> names = new HashSet<>();
        for (Requirement requirement : scheme.requirements()) {
            if (!names.add(requirement.measure().name())) {
                trial.fail("the measure " + requirement.measure() + " is there twice");
            }
        }
        for (String attribute : scheme.attributes()) {
            if (attribute.isBlank() || !names.add(attribute)) {
                trial.fail("the text '" + attribute + "' is there twice, or its name is blank or a measure's");
            }
        }
    }

    Optional<String> segmenterSaysTheSame(Sample sample) {
        SegmentationScheme scheme = trial.scheme();
        Segmenter segmenter =
                trial.segmented(sample).map(result -> result.segmenter()).orElse(null);
        if (segmenter == null) {
            return Optional.empty();
        }
        return segmenter.schemeId().equals(scheme.id()) && segmenter.segments().equals(scheme.segments())
                ? Optional.empty()
                : Optional.of("the segmenter is of scheme " + segmenter.schemeId() + " with " + segmenter.segments()
                        + ", the scheme is " + scheme.id() + " with " + scheme.segments());
    }
}
