using Assay.Web.Languages;

namespace Assay.Web.Components;

/// <summary>Sizes of files and stores, in units of 1,000.</summary>
internal static class ByteText
{
    public static string Of(PageLanguage language, long bytes)
    {
        var (notation, units) = (language.Notation, language.Texts["parts.byte_units"].Split(' '));
        var (size, unit) = ((double)bytes, 0);
        // What would be rounded to a thousand of a unit is one of the next.
        while (size >= 999.5 && unit < units.Length - 1)
        {
            (size, unit) = (size / 1000, unit + 1);
        }

        return $"{(unit == 0 ? notation.Count(bytes) : notation.Number(size, size < 10 ? 1 : 0))}\u00A0{units[unit]}";
    }
}
