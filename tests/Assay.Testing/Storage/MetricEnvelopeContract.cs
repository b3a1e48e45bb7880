using Assay.Tracking;

namespace Assay.Tests.Storage;

/// <summary>Metrics in the columns of charts, compared with columns made of all points one by one.</summary>
public abstract class MetricEnvelopeContract : StoreContract
{
    private static readonly (long? From, long? To)[] Ranges = [(null, null), (900, null), (null, 5000), (2000, 2600), (3000, 3000), (100_000, null), (-50, 40_000)];

    /// <summary>How the points of a history come.</summary>
    public enum Coming
    {
        InOrder,
        LateInParts,
        Backwards,
        InNoOrder,
        TakenUpAgain,
        WithoutSteps,
        ManyOfOneMoment,
    }

    [Theory]
    [InlineData(Coming.InOrder)]
    [InlineData(Coming.LateInParts)]
    [InlineData(Coming.Backwards)]
    [InlineData(Coming.InNoOrder)]
    [InlineData(Coming.TakenUpAgain)]
    [InlineData(Coming.WithoutSteps)]
    [InlineData(Coming.ManyOfOneMoment)]
    public async Task Columns_are_those_of_all_points_however_they_came_and_also_while_they_come(Coming coming)
    {
        var run = await NewRunAsync();
        var there = new List<Metric>();
        var batches = Points(coming).Chunk(700).ToList();
        for (var i = 0; i < batches.Count; i++)
        {
            await Tracking.LogBatchAsync(run.RunId, new RunBatch { Metrics = batches[i] }, Cancel);
            there.AddRange(batches[i]);
            if (i % 9 == 4 || i == batches.Count - 1)
            {
                await ShouldBeOfAsync([(run.RunId, there)], Ranges, [1, 7, 500, 4000]);
            }
        }
    }

    [Fact]
    public async Task Points_that_come_one_by_one_are_there_at_once()
    {
        var run = await NewRunAsync();
        var there = new List<Metric>();
        foreach (var batch in Points(Coming.InOrder).Take(4090).Chunk(818))
        {
            await Tracking.LogBatchAsync(run.RunId, new RunBatch { Metrics = batch }, Cancel);
            there.AddRange(batch);
        }

        // Some beyond the end, and some between the first; the store sums up what is there meanwhile.
        for (var i = 0; i < 1200; i++)
        {
            var point = i % 3 == 0 ? new Metric("m", -5 - i, 1_000 + i, 3) : new Metric("m", i, 900_000 + i, 9000 + i);
            await Tracking.LogBatchAsync(run.RunId, new RunBatch { Metrics = [point] }, Cancel);
            there.Add(point);
        }

        await ShouldBeOfAsync([(run.RunId, there)], Ranges, [3, 250]);
    }

    [Fact]
    public async Task Several_runs_have_the_same_columns()
    {
        var runs = new List<(string, List<Metric>)>();
        foreach (var (coming, count) in ((Coming, int)[])[(Coming.InOrder, 9000), (Coming.TakenUpAgain, 6000), (Coming.InOrder, 40), (Coming.InOrder, 0)])
        {
            var run = await NewRunAsync();
            var points = Points(coming).Take(count).ToList();
            foreach (var batch in points.Chunk(1000))
            {
                await Tracking.LogBatchAsync(run.RunId, new RunBatch { Metrics = batch }, Cancel);
            }

            runs.Add((run.RunId, points));
        }

        await ShouldBeOfAsync(runs, Ranges, [64]);
    }

    [Fact]
    public async Task What_is_not_finite_is_counted_and_in_no_value()
    {
        var run = await NewRunAsync();
        var values = (double[])[double.NaN, 1, double.PositiveInfinity, -2, double.NegativeInfinity];
        await Tracking.LogBatchAsync(
            run.RunId, new RunBatch { Metrics = [.. values.Select((value, i) => new Metric("m", value, 10 + i, i)), new Metric("m", double.NaN, 99, 9)] }, Cancel);

        var envelope = (await Tracking.GetMetricEnvelopesAsync(new() { RunIds = [run.RunId], Key = "m", Columns = 2 }, Cancel)).Single();

        envelope.Points.ShouldBe(6);
        envelope.Columns.ShouldBe(
            [new(0, 4, 5, 3, -2, 1, -0.5, -2), new(9, 9, 1, 1, double.NaN, double.NaN, double.NaN, double.NaN)]);
    }

    [Fact]
    public async Task Values_at_the_ends_of_what_a_double_holds_have_a_mean()
    {
        var run = await NewRunAsync();
        foreach (var steps in Enumerable.Range(0, 6000).Chunk(1000))
        {
            await Tracking.LogBatchAsync(run.RunId, new RunBatch { Metrics = [.. steps.Select(step => new Metric("m", double.MaxValue, step, step))] }, Cancel);
        }

        var envelope = (await Tracking.GetMetricEnvelopesAsync(new() { RunIds = [run.RunId], Key = "m", Columns = 3 }, Cancel)).Single();

        envelope.Columns.ShouldAllBe(column => column.Mean / double.MaxValue > 0.999);
    }

    [Fact]
    public async Task A_query_that_means_nothing_is_refused()
    {
        var query = new MetricEnvelopeQuery { RunIds = [(await NewRunAsync()).RunId], Key = "m" };
        (await Tracking.GetMetricEnvelopesAsync(query, Cancel)).Single().Columns.ShouldBeEmpty();
        await Refused(query with { RunIds = ["nope"] }, ErrorCode.ResourceDoesNotExist);
        await Refused(query with { RunIds = [] });
        await Refused(query with { RunIds = [.. Enumerable.Range(0, 101).Select(i => $"r{i}")] });
        await Refused(query with { Columns = 0 });
        await Refused(query with { Columns = 4001 });
        await Refused(query with { From = 2, To = 1 });
    }

    private static List<Metric> Points(Coming coming)
    {
        var random = new Random(41);
        long step = 0, time = 1000;
        var points = Enumerable.Range(0, coming == Coming.ManyOfOneMoment ? 9000 : 16_000).Select(i =>
        {
            step += random.Next(400) == 0 ? random.Next(5000) : random.Next(2);
            time += random.Next(300) == 0 ? random.Next(90_000) : random.Next(2);
            var value = random.Next(60) switch { 0 => double.NaN, 1 => double.PositiveInfinity, 2 => -1e6 * random.NextDouble(), _ => random.NextDouble() };
            return coming switch
            {
                Coming.TakenUpAgain => new Metric("m", value, time, i < 9000 ? i : i - 4000),
                Coming.WithoutSteps => new Metric("m", value, time, 0),
                Coming.ManyOfOneMoment => new Metric("m", value, i < 6000 ? 2000 : 2001, i < 200 ? i : 300),
                _ => new Metric("m", value, time, step),
            };
        });
        return coming switch
        {
            // Parts of several hundred points that wait for a later part.
            Coming.LateInParts => [.. points.Chunk(350).Select((part, i) => (part, i)).OrderBy(one => one.i + (one.i % 5 == 0 ? 21.5 : 0)).SelectMany(one => one.part)],
            Coming.Backwards => [.. points.Reverse()],
            Coming.InNoOrder => [.. points.OrderBy(_ => random.Next())],
            _ => [.. points],
        };
    }

    private async Task ShouldBeOfAsync(
        List<(string RunId, List<Metric> Points)> runs, (long? From, long? To)[] ranges, int[] counts)
    {
        foreach (var axis in Enum.GetValues<MetricAxis>())
        {
            foreach (var ((from, to), columns) in ranges.SelectMany(range => counts.Select(count => (range, count))))
            {
                var query = new MetricEnvelopeQuery { RunIds = [.. runs.Select(run => run.RunId)], Key = "m", Axis = axis, From = from, To = to, Columns = columns };
                var found = await Tracking.GetMetricEnvelopesAsync(query, Cancel);
                var expected = EnvelopeReference.Of(query, [.. runs.Select(run => run.Points)]);
                found.Select(one => one.RunId).ShouldBe(query.RunIds);
                for (var i = 0; i < runs.Count; i++)
                {
                    found[i].Points.ShouldBe(expected[i].Sum(column => column.Count), $"{query}");
                    found[i].Columns.Select(column => column with { Mean = 0 }).ShouldBe(expected[i].Select(column => column with { Mean = 0 }), $"{query}");
                    found[i].Columns.Zip(expected[i]).ShouldAllBe(pair => Near(pair.First.Mean, pair.Second.Mean));
                }
            }
        }
    }

    private static bool Near(double one, double other) => one.Equals(other) || Math.Abs(one - other) <= 1e-9 * Math.Max(1, Math.Abs(other));

    private async Task Refused(MetricEnvelopeQuery query, ErrorCode code = ErrorCode.InvalidParameterValue) =>
        (await Should.ThrowAsync<AssayException>(() => Tracking.GetMetricEnvelopesAsync(query, Cancel))).Code.ShouldBe(code);
}
