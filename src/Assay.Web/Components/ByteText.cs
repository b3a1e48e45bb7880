using Assay.Reports.Languages;

namespace Assay.Web.Components;

/// <summary>Sizes of files and stores, in units of 1,000.</summary>
internal static class ByteText
{
    private static readonly string[] Units = ["B", "kB", "MB", "GB", "TB"];

    public static string Of(Notation notation, long bytes)
    {
        var (size, unit) = ((double)bytes, 0);
        // What would be rounded to a thousand of a unit is one of the next.
        while (size >= 999.5 && unit < Units.Length - 1)
        {
            (size, unit) = (size / 1000, unit + 1);
        }

        return $"{(unit == 0 ? notation.Count(bytes) : notation.Number(size, size < 10 ? 1 : 0))}\u00A0{Units[unit]}";
    }
}
