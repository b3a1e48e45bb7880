using System.Globalization;
using System.Text.RegularExpressions;

namespace Assay.Gates;

/// <summary>Reads gates on comparisons: <c>KEY not worse than RUN by 0.02</c>, <c>KEY better than RUN</c>.</summary>
internal static partial class ComparisonGateText
{
    /// <summary>The gate; null with a fault when the text is meant as one and is wrong, null without when it is another kind.</summary>
    public static Gate? Read(string text, out string? fault)
    {
        fault = null;
        var match = Form().Match(text.Trim());
        if (!match.Success) return null;
        var (key, run, margin) = (match.Groups["key"].Value, match.Groups["run"].Value.Trim(), match.Groups["margin"].Value);
        var notWorse = match.Groups["verb"].Value == "not worse than";
        var isNumber = double.TryParse(margin, NumberStyles.Float, CultureInfo.InvariantCulture, out var bound) && double.IsFinite(bound) && bound > 0;
        fault = key.FirstOrDefault(letter => !Gate.IsKeyLetter(letter)) is var wrong and not '\0' ? $"keys hold letters, digits and _ - . / : and spaces, no '{wrong}'"
            : run.Length == 0 ? $"there is no run behind '{match.Groups["verb"].Value}'"
            : notWorse && margin.Length == 0 ? "there is no margin: how much worse may it be?"
            : notWorse && !isNumber ? $"the margin \"{margin}\" is no number above 0"
            : null;
        return fault is not null ? null
            : notWorse ? new Gate(text.Trim(), key, GateOperator.NotWorseThan, bound) { Baseline = run }
            : new Gate(text.Trim(), key, GateOperator.BetterThan, 0) { Baseline = run };
    }

    /// <summary>Whether somebody who wrote this probably meant a comparison with a run.</summary>
    public static bool IsMeant(string text) => text.Contains("worse", StringComparison.Ordinal) || text.Contains("better", StringComparison.Ordinal);

    [GeneratedRegex(@"^(?<key>\S.*?)\s+(?:(?<verb>not worse than)(?:\s+(?<run>.*?))??(?:\s+by(?:\s+(?<margin>\S*))?)?|(?<verb>better than)(?:\s+(?<run>.*))?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
