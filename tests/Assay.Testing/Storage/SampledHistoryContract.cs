using Assay.Tracking;

namespace Assay.Tests.Storage;

/// <summary>Histories thinned for drawing, as every tracking store must give them.</summary>
public abstract class SampledHistoryContract : StoreContract
{
    [Fact]
    public async Task A_short_history_is_given_whole()
    {
        var run = await LoggedAsync(Enumerable.Range(0, 50).Select(i => (Step: (long)i, Time: 1000L + i)));

        var points = await SampleAsync(run, 50);

        points.Select(point => point.Step).ShouldBe(Enumerable.Range(0, 50).Select(i => (long)i));
    }

    [Theory]
    [InlineData(7, 3)] // a point every 7 steps, every 3 ms
    [InlineData(1, 0)] // all in one instant
    [InlineData(1, 1000)]
    public async Task A_long_history_is_thinned_evenly_by_step(int stride, int pace)
    {
        var run = await LoggedAsync(Enumerable.Range(0, 3000).Select(i => (Step: (long)i * stride, Time: 5000L + (i * pace))));

        var steps = (await SampleAsync(run, 100)).Select(point => point.Step).ToList();

        steps.Count.ShouldBeInRange(95, 101);
        steps[0].ShouldBe(0);
        steps[^1].ShouldBe(2999 * stride);
        steps.Zip(steps.Skip(1), (one, next) => next - one).ShouldAllBe(distance => distance >= 25 * stride && distance <= 35 * stride);
    }

    [Fact]
    public async Task An_irregular_history_gives_for_each_even_step_the_first_point_that_is_not_before_it()
    {
        var random = new Random(17);
        long step = 0, time = 1_700_000_000_000;
        var logged = Enumerable.Range(0, 4000).Select(_ =>
        {
            step += random.Next(100) == 0 ? random.Next(50_000) : random.Next(3);
            time += random.Next(50) == 0 ? random.Next(10_000_000) : random.Next(2);
            return (Step: step, Time: time);
        }).ToList();
        var run = await LoggedAsync(logged);

        var steps = (await SampleAsync(run, 200)).Select(point => point.Step).Distinct().ToList();

        var (first, last) = (logged[0].Step, logged[^1].Step);
        var expected = Enumerable.Range(0, 200).Select(i => first + (i * (last - first) / 199))
            .Select(target => logged.First(point => point.Step >= target).Step).Distinct().ToList();
        steps.ShouldBe(expected);
    }

    [Fact]
    public async Task A_history_that_went_back_to_earlier_steps_is_thinned_too()
    {
        // Taken up again at step 1000 after it had reached 1999.
        var run = await LoggedAsync(Enumerable.Range(0, 2000).Select(i => (Step: (long)i, Time: 10_000L + i))
            .Concat(Enumerable.Range(1000, 3000).Select(i => (Step: (long)i, Time: 20_000L + i))));

        var steps = (await SampleAsync(run, 100)).Select(point => point.Step).ToList();

        steps.ShouldBe(steps.Order());
        steps[0].ShouldBe(0);
        steps[^1].ShouldBe(3999);
        steps.Distinct().Count().ShouldBeInRange(90, 102);
    }

    [Fact]
    public async Task A_very_long_history_that_went_back_is_thinned_without_looking_at_all_of_it()
    {
        // Taken up again at step 60,000 after it had reached 79,999.
        var run = await LoggedAsync(Enumerable.Range(0, 80_000).Select(i => (Step: (long)i, Time: 10_000L + i))
            .Concat(Enumerable.Range(60_000, 40_000).Select(i => (Step: (long)i, Time: 200_000L + i))));

        var steps = (await SampleAsync(run, 100)).Select(point => point.Step).ToList();
        steps.ShouldBe(steps.Order());
        steps[0].ShouldBe(0);
        steps[^1].ShouldBe(99_999);
        steps.Distinct().Count().ShouldBeInRange(90, 102);

        var query = new SampledHistoryQuery { RunIds = [run], Key = "m", StartStep = 61_000, EndStep = 61_999, MaxResults = 50 };
        var part = (await Tracking.GetSampledHistoryAsync(query, Cancel)).Select(point => point.Metric.Step).ToList();
        part.Count.ShouldBeInRange(40, 51);
        part.ShouldAllBe(step => step >= 61_000 && step <= 61_999);
    }

    [Fact]
    public async Task A_history_without_steps_is_thinned_by_time()
    {
        var run = await LoggedAsync(Enumerable.Range(0, 1000).Select(i => (Step: 0L, Time: 10_000L + (i * 10))));

        var points = await SampleAsync(run, 50);

        points.Count.ShouldBeInRange(45, 51);
        points[0].Timestamp.ShouldBe(10_000);
        points[^1].Timestamp.ShouldBe(19_990);
        points.Select(point => point.Timestamp).ShouldBe(points.Select(point => point.Timestamp).Order());
    }

    [Theory]
    [InlineData(100, 199, 100)]
    [InlineData(1000, 1999, 50)]
    [InlineData(5000, 6000, 0)]
    public async Task A_range_of_steps_is_looked_at_alone(long start, long end, int about)
    {
        var run = await LoggedAsync(Enumerable.Range(0, 3000).Select(i => (Step: (long)i, Time: 1000L + i)));
        var query = new SampledHistoryQuery { RunIds = [run], Key = "m", StartStep = start, EndStep = end, MaxResults = about == 100 ? 100 : 50 };

        var steps = (await Tracking.GetSampledHistoryAsync(query, Cancel)).Select(point => point.Metric.Step).ToList();

        steps.Count.ShouldBeInRange(Math.Max(0, about - 3), about);
        steps.ShouldAllBe(step => step >= start && step <= end);
        if (about > 0)
        {
            steps[0].ShouldBe(start);
            steps[^1].ShouldBe(end);
        }
    }

    [Fact]
    public async Task Several_runs_share_their_steps_and_come_in_the_order_asked_for()
    {
        var one = await LoggedAsync(Enumerable.Range(0, 2000).Select(i => (Step: (long)i, Time: 1000L + i)));
        var two = await LoggedAsync(Enumerable.Range(0, 1000).Select(i => (Step: (long)i, Time: 9_000_000L + (i * 37))));
        var none = (await NewRunAsync()).RunId;
        var query = new SampledHistoryQuery { RunIds = [two, none, one], Key = "m", MaxResults = 40 };

        var points = await Tracking.GetSampledHistoryAsync(query, Cancel);

        points.Select(point => point.RunId).Distinct().ShouldBe([two, one]);
        var shared = points.Where(point => point.RunId == two).Select(point => point.Metric.Step).SkipLast(1).ToList();
        shared.Count.ShouldBeGreaterThan(15);
        shared.ShouldBeSubsetOf(points.Where(point => point.RunId == one).Select(point => point.Metric.Step));
    }

    [Fact]
    public async Task A_query_that_means_nothing_is_refused()
    {
        var query = new SampledHistoryQuery { RunIds = [(await NewRunAsync()).RunId], Key = "m" };
        (await Tracking.GetSampledHistoryAsync(query, Cancel)).ShouldBeEmpty();
        await Refused(query with { RunIds = ["nope"] }, ErrorCode.ResourceDoesNotExist);
        await Refused(query with { RunIds = [.. Enumerable.Range(0, 101).Select(i => $"r{i}")] });
        await Refused(query with { MaxResults = 0 });
        await Refused(query with { MaxResults = 2501 });
        await Refused(query with { StartStep = 1 });
        await Refused(query with { StartStep = 2, EndStep = 1 });
    }

    private async Task Refused(SampledHistoryQuery query, ErrorCode code = ErrorCode.InvalidParameterValue) =>
        (await Should.ThrowAsync<AssayException>(() => Tracking.GetSampledHistoryAsync(query, Cancel))).Code.ShouldBe(code);

    private async Task<string> LoggedAsync(IEnumerable<(long Step, long Time)> points)
    {
        var run = await NewRunAsync();
        foreach (var chunk in points.Select(point => new Metric("m", point.Step, point.Time, point.Step)).Chunk(1000))
        {
            await Tracking.LogBatchAsync(run.RunId, new RunBatch { Metrics = chunk }, Cancel);
        }

        return run.RunId;
    }

    private async Task<List<Metric>> SampleAsync(string run, int count)
    {
        var points = await Tracking.GetSampledHistoryAsync(new SampledHistoryQuery { RunIds = [run], Key = "m", MaxResults = count }, Cancel);
        points.ShouldAllBe(point => point.RunId == run && point.Metric.Value == point.Metric.Step);
        return [.. points.Select(point => point.Metric)];
    }
}
