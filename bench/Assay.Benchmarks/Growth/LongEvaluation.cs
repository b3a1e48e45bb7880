using System.Diagnostics;
using System.Globalization;
using Assay.Evaluations;
using Assay.Storage;
using Assay.Tracking;

namespace Assay.Benchmarks.Growth;

/// <summary>An evaluation of many rows of some 600 characters with four scores each, one of them 0 or 1, one missing for a tenth of the rows.</summary>
internal static class LongEvaluation
{
    private const string RunId = "eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee";
    private const int Batch = 500;

    public static async Task<string> BuildAsync(SqlStore store, int rows)
    {
        var known = await store.Tracking.SearchRunsAsync(new RunQuery { ExperimentIds = ["0"], Filter = $"run_id = '{RunId}'" });
        if (known.Items.Count == 0)
        {
            await store.Tracking.CreateRunAsync(new NewRun("0", "rows") { RunId = RunId });
            var started = Stopwatch.GetTimestamp();
            var used = Environment.CpuUsage.TotalTime;
            for (var first = 0; first < rows; first += Batch)
            {
                await store.Evaluations.AppendAsync(RunId, [.. Enumerable.Range(first, Math.Min(Batch, rows - first)).Select(Row)]);
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"wrote the rows in {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s, processor {(Environment.CpuUsage.TotalTime - used).TotalSeconds:F1} s"));
        }

        return RunId;
    }

    public static IEnumerable<(string What, EvaluationRowQuery Query)> Searches(string run)
    {
        var all = new EvaluationRowQuery { RunId = run, MaxResults = 100 };
        yield return ("rows, in order", all);
        yield return ("rows, backwards", all with { Descending = true });
        yield return ("by a score", all with { OrderByScorer = "rouge1" });
        yield return ("by a score, greatest first", all with { OrderByScorer = "rouge1", Descending = true });
        yield return ("by a score that is 0 or 1", all with { OrderByScorer = "exact_match" });
        yield return ("by a score, 10,000 rows", all with { OrderByScorer = "rouge1", MaxResults = 10_000 });
        yield return ("containing a rare text", all with { Contains = "number 77777" });
        yield return ("containing a rare text, by a score", all with { Contains = "NUMBER 7777", OrderByScorer = "rouge1" });
        yield return ("containing a text that none has", all with { Contains = "zebra" });
        yield return ("containing a text beyond ASCII", all with { Contains = "zébra" });
        yield return ("a score in bounds (1 %)", all with { Scores = [new ScoreBound("rouge1", 0.5, 0.51)] });
        yield return ("a score in bounds (half), by another", all with { Scores = [new ScoreBound("rouge1", 0.5)], OrderByScorer = "readability" });
        yield return ("failed", all with { Failed = true });
        yield return ("not scored", all with { Unscored = "judge" });
        yield return ("all of it, by a score", all with
        {
            Failed = false, Contains = "question", Scores = [new ScoreBound("rouge1", 0.2), new ScoreBound("exact_match", 1)], OrderByScorer = "judge", Descending = true,
        });
        yield return ("one row by its id", all with { RowId = "q54321", Repeat = 0 });
    }

    private static EvaluationRow Row(int i)
    {
        var random = new Random(i);
        var text = string.Join(' ', Enumerable.Range(0, 30).Select(_ => Words[random.Next(Words.Length)]));
        var failed = i % 50 == 0;
        return new()
        {
            RowId = string.Create(CultureInfo.InvariantCulture, $"q{i}"),
            Index = i,
            Digest = i.ToString("x32", CultureInfo.InvariantCulture),
            Input = string.Create(CultureInfo.InvariantCulture, $"Question number {i}: {text}?"),
            Reference = text,
            Fields = $$"""{"input": "{{text}}"}""",
            Answer = failed ? null : (Answer)$"The answer is {text}.",
            Error = failed ? "the model timed out" : null,
            Scores = failed ? [] :
            [
                new("rouge1", random.NextDouble()), new("exact_match", i % 2), new("readability", 20 * random.NextDouble()),
                new("judge", i % 10 == 0 ? null : random.Next(1, 6)),
            ],
        };
    }

    private static readonly string[] Words = ["river", "stone", "the", "of", "window", "answers", "under", "light", "paper", "and", "seven", "garden", "model"];
}
