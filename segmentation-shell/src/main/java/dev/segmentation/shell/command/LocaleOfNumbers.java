package dev.segmentation.shell.command;

import dev.segmentation.shell.csv.Numbers;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads from the command line how numbers are written. */
final class LocaleOfNumbers implements ITypeConverter<Numbers> {

    @Override
    public Numbers convert(String text) {
        try {
            return Numbers.of(Locale.forLanguageTag(text.replace('_', '-')));
        } catch (IllegalArgumentException refused) {
            throw new TypeConversionException("it " + refused.getMessage() + ", given as '" + text + "'");
        }
    }
}
