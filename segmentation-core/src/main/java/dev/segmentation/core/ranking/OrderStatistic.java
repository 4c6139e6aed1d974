package dev.segmentation.core.ranking;

/**
 * What stands at a wanted position of the order.
 *
 * @param key the key there, the best value having the smallest key
 * @param better the number of elements strictly better
 * @param equal the number of elements equal to it, itself included
 */
record OrderStatistic(long key, long better, long equal) {}
