package dev.segmentation.core.ranking;

/**
 * The smallest key of a column, and how many bits hold the distance of any other from it.
 */
record KeyRange(long min, int bits) {
    static KeyRange of(KeyColumn column, long[] block) {
        int size = column.size();
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        for (int from = 0; from < size; from += block.length) {
            int length = Math.min(block.length, size - from);
            column.read(from, from + length, block);
            for (int i = 0; i < length; i++) {
                min = Math.min(min, block[i]);
                max = Math.max(max, block[i]);
            }
        }
        return new KeyRange(min, Long.SIZE - Long.numberOfLeadingZeros(max - min));
    }
}
