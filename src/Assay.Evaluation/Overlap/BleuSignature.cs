using System.Globalization;

namespace Assay.Overlap;

/// <summary>The line by which sacrebleu says how a figure was made, so that it can be made again.</summary>
internal static class BleuSignature
{
    private const string Version = "2.6.0";

    /// <summary>What a metric has to say, in its order, and the version.</summary>
    public static string Settings(params ReadOnlySpan<(string Key, string Value)> pairs)
    {
        var settings = "";
        foreach (var (key, value) in pairs) settings += $"{key}:{value}|";
        return $"{settings}version:{Version}";
    }

    /// <summary>The number of references that each segment has, null where they differ, and the settings.</summary>
    public static string Of(int? references, string settings) =>
        $"nrefs:{references?.ToString(CultureInfo.InvariantCulture) ?? "var"}|{settings}";

    public static string YesNo(bool value) => value ? "yes" : "no";
}
