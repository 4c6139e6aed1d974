package dev.segmentation.shell.command;

import dev.segmentation.api.Requirement;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.api.Segmenter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is asked of a file: by a scheme, or by what an earlier run learnt.
 *
 * @param id the id of the scheme
 * @param requirements the measures
 * @param attributes the texts
 * @param mustBe the names of the measures that the user named, so that a slip of the pen is not taken for one that can be
 *     left out
 */
record Asked(String id, List<Requirement> requirements, List<String> attributes, Set<String> mustBe) {

    static Asked by(SegmentationScheme scheme, SegmentationScheme unset) {
        Set<String> usual = names(unset.requirements());
        Set<String> named = names(scheme.requirements());
        named.removeAll(usual);
        return new Asked(scheme.id(), scheme.requirements(), scheme.attributes(), named);
    }

    static Asked by(Segmenter segmenter) {
        return new Asked(segmenter.schemeId(), segmenter.requirements(), segmenter.attributes(), Set.of());
    }

    /** Gives the same and further measures and texts, which are used where the file has them. */
    Asked with(List<Requirement> measures, List<String> texts) {
        List<Requirement> allMeasures = new ArrayList<>(requirements);
        Set<String> named = names(requirements);
        measures.stream()
                .filter(measure -> !named.contains(measure.measure().name()))
                .forEach(allMeasures::add);
        List<String> allTexts = new ArrayList<>(attributes);
        texts.stream().filter(text -> !attributes.contains(text)).forEach(allTexts::add);
        return new Asked(id, allMeasures, allTexts, mustBe);
    }

    private static Set<String> names(List<Requirement> requirements) {
        return requirements.stream()
                .map(requirement -> requirement.measure().name())
                .collect(Collectors.toSet());
    }
}
