using System.Globalization;

namespace Assay.Data;

/// <summary>A number and what is counted: "1 value", "2 values".</summary>
internal static class Counted
{
    public static string Of(long count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
