namespace Assay.Labels;

/// <summary>From the labels found in an answer to the one that counts.</summary>
internal static class FoundLabels
{
    /// <summary>The label that counts, with what is doubtful about it.</summary>
    /// <param name="found">The labels, in the order of the answer.</param>
    /// <param name="negated">Labels that the answer denies, as it puts it: <c>not positive</c>.</param>
    /// <param name="choice">Which one counts of several.</param>
    public static LabelReading Choose(IReadOnlyList<string> found, IReadOnlyList<string> negated, LabelChoice choice)
    {
        var different = found.Distinct().ToList();
        var denied = negated.Count == 0 ? null : $"negated label: {string.Join(", ", negated.Distinct().Order(StringComparer.Ordinal))}";
        if (different.Count == 0) return LabelReading.None(denied ?? LabelReading.NoLabel);

        // In one order, so that answers with the same labels are counted together.
        var several = different.Count == 1 ? null : $"several labels: {string.Join(", ", different.Order(StringComparer.Ordinal))}";
        return choice == LabelChoice.Only && several is not null
            ? LabelReading.None(several)
            : new(choice == LabelChoice.Last ? found[^1] : found[0], several ?? denied);
    }
}
