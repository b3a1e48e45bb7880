using Assay.Reports.Languages;

namespace Assay.Web.Settings;

/// <summary>A number of bytes for people: <c>1.5 MiB</c>.</summary>
internal static class ByteCount
{
    private static readonly string[] Units = ["B", "KiB", "MiB", "GiB", "TiB"];

    public static string Text(long bytes, Notation notation)
    {
        var (value, unit) = ((double)bytes, 0);
        while (value >= 1024 && unit < Units.Length - 1)
        {
            (value, unit) = (value / 1024, unit + 1);
        }

        return $"{notation.Number(value, unit == 0 || value >= 100 ? 0 : 1)} {Units[unit]}";
    }
}
