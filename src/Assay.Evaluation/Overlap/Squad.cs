using System.Runtime.InteropServices;

namespace Assay.Overlap;

/// <summary>
/// SQuAD's F1 and exact match of an answer, by the scripts of version 1.1 and 2.0: between 0 and 1, higher is better, the best of several
/// references. Both texts are put into lower case and lose ASCII punctuation, English articles and all white space but single spaces.
/// </summary>
public static class Squad
{
    /// <summary>The harmonic mean of precision and recall over words, each counted as often as both texts have it.</summary>
    /// <exception cref="ArgumentException">There is no reference.</exception>
    public static double F1(string prediction, IReadOnlyList<string> references, SquadVersion version = SquadVersion.V1) =>
        Best(prediction, references, version, F1);

    /// <summary>1 when the normalised texts are the same, else 0.</summary>
    /// <exception cref="ArgumentException">There is no reference.</exception>
    public static double ExactMatch(string prediction, IReadOnlyList<string> references, SquadVersion version = SquadVersion.V1) =>
        Best(prediction, references, version, (predicted, expected, _) => predicted.Text == expected.Text ? 1 : 0);

    // In version 2 a reference of which nothing is left stands for "no answer", and counts only when it is the only one.
    private static double Best(
        string prediction, IReadOnlyList<string> references, SquadVersion version, Func<SquadText, SquadText, SquadVersion, double> score)
    {
        ArgumentNullException.ThrowIfNull(references);
        if (references.Count == 0) throw new ArgumentException("there is no reference", nameof(references));
        var predicted = SquadText.Of(prediction);
        double best = 0, bestEmpty = 0;
        var hasAnswer = false;
        foreach (var reference in references)
        {
            var expected = SquadText.Of(reference);
            var figure = score(predicted, expected, version);
            if (version == SquadVersion.V2 && expected.Text.Length == 0) bestEmpty = Math.Max(bestEmpty, figure);
            else (hasAnswer, best) = (true, Math.Max(best, figure));
        }

        return hasAnswer ? best : bestEmpty;
    }

    private static double F1(SquadText predicted, SquadText expected, SquadVersion version)
    {
        if (predicted.Count == 0 || expected.Count == 0)
            return version == SquadVersion.V2 && predicted.Count == expected.Count ? 1 : 0;
        var common = (double)Common(predicted, expected);
        double precision = common / predicted.Count, recall = common / expected.Count;
        return common == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    /// <summary>The words that both have, each as often as it is in both.</summary>
    internal static int Common(SquadText predicted, SquadText expected)
    {
        var counts = new Dictionary<string, int>(expected.Count, StringComparer.Ordinal);
        var byWord = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < expected.Count; i++) CollectionsMarshal.GetValueRefOrAddDefault(byWord, expected[i], out _)++;
        var common = 0;
        for (var i = 0; i < predicted.Count; i++)
        {
            ref var left = ref CollectionsMarshal.GetValueRefOrNullRef(byWord, predicted[i]);
            if (!System.Runtime.CompilerServices.Unsafe.IsNullRef(ref left) && left-- > 0) common++;
        }

        return common;
    }
}
