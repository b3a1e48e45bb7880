using System.Text.Json;
using Assay.Comparisons;
using Assay.Scoring;
using Assay.Tests.Golden;

namespace Assay.Tests.Comparisons;

/// <summary>
/// Corpus figures of two systems against sacrebleu's paired tests. Scores are the same; p-values come from random swaps on both sides, a thousand
/// there and two thousand here, and agree within what so many can (four standard errors).
/// </summary>
public sealed class SignificanceGoldenTests
{
    [Theory]
    [InlineData("BLEU", "sacrebleu")]
    [InlineData("chrF2", "chrf")]
    public async Task Randomisation_AgreesWithTheReference(string metric, string specification)
    {
        var differences = new List<string?>();
        foreach (var record in GoldenFile.Read("sacrebleu_significance", record => record.GetProperty("params").GetProperty("test_type").GetString() == "ar"))
        {
            var systems = record.GetProperty("input").GetProperty("systems").EnumerateObject().Select(system => Texts(system.Value)).ToList();
            var expected = record.GetProperty("expected").GetProperty(metric);
            for (var system = 1; system < systems.Count; system++)
            {
                // The reference gives two systems whose texts are the same the least p there is; without a difference it is 1.
                if (systems[system].SequenceEqual(systems[0])) continue;
                var found = await CompareAsync(specification, Texts(record.GetProperty("input").GetProperty("references")), systems[0], systems[system]);
                double p = expected[system].GetProperty("p_value").Number(), error = Math.Sqrt(((p * (1 - p)) + 0.001) * ((1.0 / 1000) + (1.0 / 2000)));
                var agrees = GoldenFile.Agrees(found.A, expected[0].GetProperty("score").Number(), 1e-9)
                    && GoldenFile.Agrees(found.B, expected[system].GetProperty("score").Number(), 1e-9) && Math.Abs(found.P - p) < 4 * error;
                differences.Add(agrees ? null : $"{record.GetProperty("id")} {system}: {found.A}, {found.B}, p {found.P} for {expected.GetRawText()}");
            }
        }

        differences.Count.ShouldBeGreaterThan(8);
        GoldenFile.ShouldAllAgree(differences);
    }

    private static async Task<CorpusAnalysis> CompareAsync(string specification, List<string> references, List<string> first, List<string> second)
    {
        var scorer = (ICorpusScorer)Scorers.Named(specification).Single();
        var parts = new List<object>();
        foreach (var (output, reference) in first.Zip(references).Concat(second.Zip(references)))
        {
            parts.Add((await scorer.ScoreAsync(new Sample { Output = output, Reference = reference }, TestContext.Current.CancellationToken)).Part!);
        }

        return new CorpusAnalysis(new CorpusResamples(scorer.Gather(parts), references.Count, 1), 0);
    }

    private static List<string> Texts(JsonElement list) => [.. list.EnumerateArray().Select(text => text.GetString()!)];
}
