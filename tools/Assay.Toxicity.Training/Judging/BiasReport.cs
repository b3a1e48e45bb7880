using Assay.Toxicity.Training.Corpus;

namespace Assay.Toxicity.Training.Judging;

/// <summary>
/// Subgroup AUC over the identity terms of the madlibs set (Borkan and others 2019): within the subgroup; the subgroup's harmless sentences against
/// the bad ones of all others (BPSN); its bad ones against the harmless of all others (BNSP).
/// </summary>
internal static class BiasReport
{
    private static readonly string[] Terms =
    [
        "lesbian", "gay", "bisexual", "transgender", "trans", "queer", "lgbt", "lgbtq", "homosexual", "straight", "heterosexual", "male", "female", "nonbinary",
        "african", "african american", "black", "white", "european", "hispanic", "latino", "latina", "latinx", "mexican", "canadian", "american", "asian", "indian",
        "middle eastern", "chinese", "japanese", "christian", "muslim", "jewish", "buddhist", "catholic", "protestant", "sikh", "taoist", "old", "older", "young",
        "younger", "teenage", "millenial", "middle aged", "elderly", "blind", "deaf", "paralyzed",
    ];

    public static void Print(ToxicityModel model, InputDigests data, TextWriter output, bool full)
    {
        var judged = TestSuites.Madlibs(data).Select(one =>
        {
            var predicted = model.Predict(one.Text);
            return (Words: " " + one.Text.ToLowerInvariant() + " ", one.Bad, predicted.Hate, predicted.Any);
        }).ToArray();
        foreach (var (name, of) in new (string, Func<(string Words, bool Bad, double Hate, double Any), double>)[] { ("hate", one => one.Hate), ("any", one => one.Any) })
        {
            var rows = Terms.Select(term => Row(term, judged, of)).Where(row => !double.IsNaN(row.Subgroup)).ToArray();
            output.WriteLine($"madlibs, {name}: AUC {Measures.Auc(judged.Select(one => (of(one), one.Bad))):F3}; of {rows.Length} terms, lowest subgroup "
                + $"{rows.Min(row => row.Subgroup):F3}, BPSN {rows.Min(row => row.Bpsn):F3}, BNSP {rows.Min(row => row.Bnsp):F3}");
            foreach (var row in full ? rows : [])
            {
                output.WriteLine($"  {row.Term,-18}{row.Subgroup,7:F3}{row.Bpsn,7:F3}{row.Bnsp,7:F3}");
            }
        }
    }

    private static (string Term, double Subgroup, double Bpsn, double Bnsp) Row(
        string term, (string Words, bool Bad, double Hate, double Any)[] judged, Func<(string Words, bool Bad, double Hate, double Any), double> of)
    {
        var inside = judged.ToLookup(one => one.Words.Contains(" " + term + " ", StringComparison.Ordinal));
        double Auc(Func<(string Words, bool Bad, double Hate, double Any), bool> insideKeep, Func<(string Words, bool Bad, double Hate, double Any), bool> outsideKeep) =>
            Measures.Auc(inside[true].Where(insideKeep).Concat(inside[false].Where(outsideKeep)).Select(one => (of(one), one.Bad)));
        return (term, Auc(_ => true, _ => false), Auc(one => !one.Bad, one => one.Bad), Auc(one => one.Bad, one => !one.Bad));
    }
}
