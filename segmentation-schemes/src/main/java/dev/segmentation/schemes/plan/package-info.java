/**
 * What each segment gets, whether the team can deliver it, and when: the last two of the four S's, stratify and systematize.
 *
 * <p>Start at {@link dev.segmentation.schemes.plan.ServicePlan}, which says what clients get, and {@link
 * dev.segmentation.schemes.plan.Team}, which says who there is to give it. Then {@link
 * dev.segmentation.schemes.plan.CapacityReport} compares the hours that a segmentation needs with those there are, and {@link
 * dev.segmentation.schemes.plan.ContactCalendar} puts every touch on a day. They work with the segments of any scheme.
 */
@NullMarked
package dev.segmentation.schemes.plan;

import org.jspecify.annotations.NullMarked;
