// Writes to a store until it is ended, and prints each write once it was acknowledged: what the tests that end it hard compare with.
//   Assay.CrashWriter STORE RUN NAME CALLERS [COUNT]
// Caller c's batch n is three rows, NAME-c-n-0 … 2, and then two points of the metric NAME-c at step n. Prints "rows c n" and "metrics c n".
using Assay.Evaluations;
using Assay.Storage;
using Assay.Tracking;

var (path, runId, name, callers) = (args[0], args[1], args[2], int.Parse(args[3]));
var count = args.Length > 4 ? int.Parse(args[4]) : int.MaxValue;
await using var store = await EmbeddedStore.OpenAsync(path);
var output = Console.Out;
await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(() => WriteAsync(caller))));
return 0;

async Task WriteAsync(int caller)
{
    for (var n = 0; n < count; n++)
    {
        await store.Evaluations.AppendAsync(runId, [.. Enumerable.Range(0, 3).Select(part => Row(caller, n, part))]);
        Say($"rows {caller} {n}");
        await store.Tracking.LogBatchAsync(runId, new RunBatch { Metrics = [Point(caller, n, 0), Point(caller, n, 1)] });
        Say($"metrics {caller} {n}");
    }
}

void Say(string line)
{
    lock (output)
    {
        output.WriteLine(line);
        output.Flush();
    }
}

EvaluationRow Row(int caller, int n, int part) => new()
{
    RowId = $"{name}-{caller}-{n}-{part}",
    Index = (n * 3) + part,
    Digest = "0",
    Fields = "{}",
    Answer = "an answer",
    Scores = [new RowScore("exact_match", 1), new RowScore("toxicity", null, "no text")],
};

Metric Point(int caller, int n, int part) => new($"{name}-{caller}", part, 1, n);
