package dev.segmentation.shell.command;

import dev.segmentation.api.Requirement;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.api.Segmenter;
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

    private static Set<String> names(List<Requirement> requirements) {
        return requirements.stream()
                .map(requirement -> requirement.measure().name())
                .collect(Collectors.toSet());
    }
}
