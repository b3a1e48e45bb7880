using Assay.Tracking;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Tests.Filters;

/// <summary>Runs that agree in many things, so that searches find some of them and equals have to be told apart.</summary>
internal static class RandomRuns
{
    public static readonly string[] Keys = ["a", "b", "a/b", "x y", "AND", "ключ"];

    public static readonly string[] Texts =
    [
        "", "a", "A", "ab", "aXb", "b", "it's", "say \"so\"", "x%y", "x_y", "xzy", "back\\slash", "é", "É", "Straße", "STRASSE", "😀", "a😀", "\uFFFDz",
        "two words AND 'three' = 3", "line\nbreak", "*", "[a]", "?", "0.1", "'; DROP TABLE runs; --", "ДА", "да",
    ];

    public static readonly double[] Numbers = [0, -0.0, 1, 0.5, -2, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e300, double.Epsilon];

    private static readonly Gen<NewRun> NewRuns =
        from name in Gen.Elements(Texts.Where(text => text.Length > 0).ToArray())
        from user in Gen.Elements("ann", "bob", "")
        from start in Gen.Choose(100, 104)
        select new NewRun("0", name, user, start);

    private static readonly Gen<RunBatch> Batches =
        from metrics in Some(Gen.Elements(Numbers))
        from parameters in Some(Gen.Elements(Texts))
        from tags in Some(Gen.Elements(Texts))
        select new RunBatch
        {
            Metrics = [.. metrics.Select(one => new Metric(one.Key, one.Value, 1))],
            Params = [.. parameters.Select(one => new Param(one.Key, one.Value))],
            Tags = [.. tags.Select(one => new Tag(one.Key, one.Value))],
        };

    private static readonly Gen<RunUpdate> Updates =
        from status in Gen.Elements(Enum.GetValues<RunStatus>())
        from end in Gen.Elements<long?>(null, 200, 201)
        select new RunUpdate(status, end);

    /// <summary>Writes some runs and gives them as the store does.</summary>
    public static async Task<List<Run>> WriteAsync(ITrackingStore store, int count, CancellationToken cancellationToken)
    {
        var runs = new List<Run>();
        foreach (var (run, batch, update) in NewRuns.Zip(Batches).Zip(Updates).Select(all => (all.Item1.Item1, all.Item1.Item2, all.Item2)).Sample(count))
        {
            var id = (await store.CreateRunAsync(run, cancellationToken)).RunId;
            await store.LogBatchAsync(id, batch, cancellationToken);
            await store.UpdateRunAsync(id, update, cancellationToken);
            runs.Add(await store.GetRunAsync(id, cancellationToken));
        }

        return runs;
    }

    // Keys of metrics and parameters are plain or hold / and spaces; a key of other letters is refused there.
    private static Gen<List<(string Key, T Value)>> Some<T>(Gen<T> values) =>
        from chosen in Gen.SubListOf(Keys[..5])
        from all in values.ListOf(chosen.Count)
        select chosen.Zip(all).ToList();
}
