using System.Globalization;

namespace Assay.Overlap;

/// <summary>The line by which sacrebleu says how a figure was made, so that it can be made again.</summary>
internal static class BleuSignature
{
    private const string Version = "2.6.0";

    /// <param name="references">How many each segment has; null where they differ.</param>
    /// <param name="pairs">What the metric has to say, in its order.</param>
    public static string Of(int? references, params ReadOnlySpan<(string Key, string Value)> pairs)
    {
        var signature = $"nrefs:{references?.ToString(CultureInfo.InvariantCulture) ?? "var"}";
        foreach (var (key, value) in pairs) signature += $"|{key}:{value}";
        return $"{signature}|version:{Version}";
    }

    public static string YesNo(bool value) => value ? "yes" : "no";
}
