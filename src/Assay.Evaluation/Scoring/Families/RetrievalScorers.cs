using System.Globalization;
using Assay.Retrieval;
using Assay.Scoring.Scorers;

namespace Assay.Scoring.Families;

/// <summary>Retrieval at k.</summary>
internal static class RetrievalScorers
{
    public static IReadOnlyDictionary<string, Func<ScorerParameters, IScorer>> All { get; } = new Dictionary<string, Func<ScorerParameters, IScorer>>
    {
        ["precision_at_k"] = given => Of(given, "precision", k => $"The share of the first {k} retrieved documents that are relevant.", RetrievalAtK.Precision),
        ["recall_at_k"] = given => Of(given, "recall", k => $"The share of the relevant documents among the first {k} retrieved.", RetrievalAtK.Recall),
        ["ndcg_at_k"] = given => Of(given, "ndcg", k => $"The discounted gain of the first {k} retrieved documents over that of the best order.", RetrievalAtK.Ndcg),
    };

    private static RetrievalScorer Of(
        ScorerParameters given, string measure, Func<int, string> summary, Func<IReadOnlyList<string>, IReadOnlySet<string>, int, double> figure)
    {
        var text = given.Text("k") ?? "3";
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var k) && k > 0
            ? new RetrievalScorer(given.Alias ?? $"{measure}_at_{k}", summary(k), k, figure)
            : throw given.Refusal($"k={text} is not a number of documents; write a whole number from 1, such as k=3");
    }
}
