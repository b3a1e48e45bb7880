using System.Text.RegularExpressions;
using Assay.Data;

namespace Assay.Labels;

/// <summary>What a regular expression finds: its first group, or all of it when it has none.</summary>
internal sealed class RegexLabelReader(Regex regex, LabelNames names, LabelChoice choice) : ILabelReader
{
    public LabelReading Read(FieldValue answer)
    {
        var found = new List<string>();
        try
        {
            for (var match = regex.Match(answer.Text!); match.Success; match = match.NextMatch())
            {
                FieldValue value = (match.Groups.Count > 1 ? match.Groups[1] : match).Value;
                if (string.IsNullOrWhiteSpace(value.Text)) continue;
                if (names.Of(value) is not { } label) return LabelReading.None(names.Unknown("the answer's", value));
                found.Add(label);
            }
        }
        catch (RegexMatchTimeoutException)
        {
            return LabelReading.None($"the regular expression took more than {regex.MatchTimeout.TotalSeconds:0} s on the answer");
        }

        return FoundLabels.Choose(found, [], choice);
    }
}
