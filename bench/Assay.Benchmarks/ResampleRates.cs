using System.Diagnostics;
using System.Globalization;
using Assay.Scoring;

namespace Assay.Benchmarks;

/// <summary>What a bootstrap of figures of all rows costs: 1,000 resamples of 10,000 rows, on one thread.</summary>
internal static class ResampleRates
{
    private const int Rows = 10_000;
    private const int Resamples = 1_000;

    public static async Task PrintAsync()
    {
        var random = new Random(1);
        await TimeAsync("classifier, 2 labels, probabilities", "classifier:parse=json:label,probabilities=json:p", () =>
        {
            var (truth, p) = (random.Next(2), random.NextDouble());
            return new Sample
            {
                Reference = truth == 1 ? "yes" : "no",
                Output = string.Create(CultureInfo.InvariantCulture, $$"""{"label": "{{(p > 0.5 ? "yes" : "no")}}", "p": {{p}}}"""),
            };
        });
        await TimeAsync("f1_macro, 10 labels found in answers", "f1:average=macro,parse=first-match:l0|l1|l2|l3|l4|l5|l6|l7|l8|l9", () => new Sample
        {
            Reference = "l" + random.Next(10).ToString(CultureInfo.InvariantCulture),
            Output = $"I would say that the label of this text is l{random.Next(10)}, all things considered.",
        });
        await TimeAsync("roc_auc, 10 labels", "roc_auc:labels=0|1|2|3|4|5|6|7|8|9", () => new Sample
        {
            Reference = random.Next(10).ToString(CultureInfo.InvariantCulture),
            Output = "[" + string.Join(",", Enumerable.Range(0, 10).Select(_ => random.NextDouble().ToString(CultureInfo.InvariantCulture))) + "]",
        });
        await TimeAsync("regressor", "regressor", () => new Sample
        {
            Reference = random.NextDouble().ToString(CultureInfo.InvariantCulture),
            Output = random.NextDouble().ToString(CultureInfo.InvariantCulture),
        });
    }

    private static async Task TimeAsync(string what, string specification, Func<Sample> sample)
    {
        var scorer = (ICorpusScorer)Scorers.Named(specification).Single();
        Sample[] samples = [.. Enumerable.Range(0, Rows).Select(_ => sample())];
        var watch = Stopwatch.StartNew();
        var parts = new List<object>(Rows);
        foreach (var row in samples) parts.Add((await scorer.ScoreAsync(row)).Part!);
        var scored = watch.Elapsed;
        watch.Restart();
        var corpus = scorer.Gather(parts);
        var gathered = watch.Elapsed;
        var rows = new int[Rows];
        var random = new Random(2);
        watch.Restart();
        for (var round = 0; round < Resamples; round++)
        {
            for (var i = 0; i < Rows; i++) rows[i] = random.Next(Rows);
            corpus.Compute(rows);
        }

        Console.WriteLine(
            $"{what}: {Rows / scored.TotalSeconds:N0} rows/s, gathered in {gathered.TotalMilliseconds:N0} ms, "
            + $"{Resamples:N0} resamples of {Rows:N0} rows in {watch.Elapsed.TotalSeconds:N2} s");
    }
}
