using Assay.Toxicity.Training.Corpus;

namespace Assay.Toxicity.Training.Judging;

/// <summary>HateCheck and Multilingual HateCheck: by language and by functionality.</summary>
internal static class SuiteReport
{
    private static readonly string[] Columns = ["en", "pt", "fr", "es"];

    public static void Print(ToxicityModel model, IReadOnlyList<SuiteCase> cases, TextWriter output, bool byFunctionality)
    {
        var judged = cases.Select(one => (Case: one, model.Predict(one.Text).Hate)).Select(one => (one.Case, one.Hate, Predicted: one.Hate >= 0.5)).ToArray();
        output.WriteLine("HateCheck             hateful  non-hateful  macro F1    AUC");
        foreach (var group in judged.GroupBy(one => one.Case.Language))
        {
            var pairs = group.Select(one => (one.Predicted, one.Case.Hateful)).ToArray();
            output.WriteLine(
                $"  {group.Key,-20}{Measures.Accuracy([.. pairs.Where(pair => pair.Hateful)]),6:F3}{Measures.Accuracy([.. pairs.Where(pair => !pair.Hateful)]),12:F3}{Measures.MacroF1(pairs),11:F3}{Measures.Auc(group.Select(one => (one.Hate, one.Case.Hateful))),8:F3}");
        }

        if (!byFunctionality)
        {
            return;
        }

        output.WriteLine($"functionality       {string.Concat(Columns.Select(column => $"{column,7}"))}");
        foreach (var functionality in judged.GroupBy(one => one.Case.Functionality))
        {
            var cells = Enumerable.Range(0, 4).Select(language => functionality.Where(one => (int)one.Case.Language == language).ToArray())
                .Select(some => some.Length == 0 ? "      –" : $"{some.Average(one => one.Predicted == one.Case.Hateful ? 1.0 : 0),7:F2}");
            output.WriteLine($"  {functionality.Key,-18}{string.Concat(cells)}");
        }
    }
}
