using Assay.Tracking;

namespace Assay.Tests.Storage;

/// <summary>Metrics, parameters and tags, as every tracking store must keep them.</summary>
public abstract class BatchContract : StoreContract
{
    [Fact]
    public async Task Params_are_written_once_and_the_same_value_is_accepted()
    {
        var run = await NewRunAsync();
        await LogAsync(run, new RunBatch { Params = [new Param("p", "1"), new Param("empty", "")] });
        await LogAsync(run, new RunBatch { Params = [new Param("p", "1")] });
        await ShouldRefuse(
            LogAsync(run, new RunBatch { Params = [new Param("p", "2")] }), ErrorCode.InvalidParameterValue,
            $"Changing param values is not allowed. Param with key='p' was already logged with value='1' for run ID='{run.RunId}'. Attempted logging new value '2'.");
        await ShouldRefuse(
            LogAsync(run, new RunBatch { Params = [new Param("p", "3"), new Param("q", "1")] }), ErrorCode.InvalidParameterValue,
            "Changing param values is not allowed. Params were already logged='[{'key': 'p', 'old_value': '1', 'new_value': '3'}]' "
            + $"for run ID='{run.RunId}'.");
        (await Tracking.GetRunAsync(run.RunId, Cancel)).Params.ShouldBe([new Param("empty", ""), new Param("p", "1")]);
    }

    [Fact]
    public async Task A_refused_batch_leaves_nothing_behind()
    {
        var run = await NewRunAsync();
        await LogAsync(run, new RunBatch { Params = [new Param("p", "1")] });
        await LogAsync(run, new RunBatch
        {
            Params = [new Param("new", "1"), new Param("p", "2")],
            Metrics = [new Metric("m", 1, 1)],
            Tags = [new Tag("t", "1")],
        }).ShouldThrowAsync<AssayException>();
        (await Tracking.GetRunAsync(run.RunId, Cancel)).ShouldBeSameAs(run with { Params = [new Param("p", "1")] });
    }

    [Fact]
    public async Task One_refused_call_does_not_spoil_the_others_beside_it()
    {
        var run = await NewRunAsync();
        await LogAsync(run, new RunBatch { Params = [new Param("p", "0")] });
        var calls = Enumerable.Range(0, 200).Select(i => LogAsync(run, i % 3 == 0
            ? new RunBatch { Params = [new Param($"lost{i}", ""), new Param("p", "1")] }
            : new RunBatch { Params = [new Param($"kept{i}", "")] })).ToList();
        var outcomes = await Task.WhenAll(calls.Select(async call => await Record.ExceptionAsync(() => call) is null));
        outcomes.ShouldBe(Enumerable.Range(0, 200).Select(i => i % 3 != 0));
        (await Tracking.GetRunAsync(run.RunId, Cancel)).Params.Select(param => param.Key).ShouldBe(
            Enumerable.Range(0, 200).Where(i => i % 3 != 0).Select(i => $"kept{i}").Append("p"), ignoreOrder: true);
    }

    [Theory]
    [InlineData("", "Missing value for required parameter 'key'. See the API docs for more information about request parameters.")]
    [InlineData("a;b", "Invalid value \"a;b\" for parameter 'name' supplied: Names may only contain alphanumerics, underscores (_), dashes (-), periods (.), spaces ( ), colon(:) and slashes (/).")]
    [InlineData("a/../b", "Invalid value \"a/../b\" for parameter 'name' supplied: Names may be treated as files in certain cases, and must not resolve to other names when treated as such. This name would resolve to 'b'")]
    [InlineData("/a", "Invalid value \"/a\" for parameter 'name' supplied: Names may be treated as files in certain cases, and must not resolve to other names when treated as such. This name would resolve to '/a'")]
    [InlineData("..", "Invalid value \"..\" for parameter 'name' supplied: Names may be treated as files in certain cases, and must not resolve to other names when treated as such. This name would resolve to '..'")]
    public async Task LogBatch_BadMetricKey_IsRefused(string key, string message) =>
        await ShouldRefuse(LogAsync(await NewRunAsync(), new RunBatch { Metrics = [new Metric(key, 1, 1)] }), ErrorCode.InvalidParameterValue, message);

    [Fact]
    public async Task Keys_of_the_allowed_characters_are_kept()
    {
        var run = await NewRunAsync();
        string[] keys = ["_ .-:", "a/b c", "flesch_kincaid_grade_level/v1/mean", "éà日本", new string('k', 250)];
        await LogAsync(run, new RunBatch { Metrics = [.. keys.Select(key => new Metric(key, 1, 1))] });
        (await Tracking.GetRunAsync(run.RunId, Cancel)).Metrics.Select(metric => metric.Key).ShouldBe(keys, ignoreOrder: true);
    }

    [Fact]
    public async Task Limits_are_those_of_the_protocol()
    {
        var run = await NewRunAsync();
        await Refused(new RunBatch { Metrics = [new Metric(new string('k', 251), 1, 1)] }, "'Metric name' exceeds the maximum length of 250 characters");
        await Refused(new RunBatch { Params = [new Param("p", new string('v', 6001))] }, "'Param value' exceeds the maximum length of 6000 characters");
        await Refused(new RunBatch { Tags = [new Tag("t", new string('v', 8001))] }, "'Tag value' exceeds the maximum length of 8000 characters");
        await Refused(new RunBatch { Metrics = Many(1001, i => new Metric("a", 1, 1, i)) }, Limit(1000, "metrics", 1001));
        await Refused(new RunBatch { Params = Many(101, i => new Param($"a{i}", "")) }, Limit(100, "params", 101));
        await Refused(new RunBatch { Tags = Many(101, i => new Tag($"a{i}", "")) }, Limit(100, "tags", 101));
        await Refused(
            new RunBatch { Params = [new Param("z", "3"), new Param("z", "4")] },
            "Duplicate parameter keys have been submitted: ['z']. Please ensure the request contains only one param value per param key.");
        await LogAsync(run, new RunBatch { Metrics = Many(1000, i => new Metric("a", 1, 1, i)) });
        await LogAsync(run, new RunBatch { Params = Many(100, i => new Param($"a{i}", new string('v', 6000))), Tags = Many(100, i => new Tag($"a{i}", "")) });

        Task Refused(RunBatch batch, string message) => ShouldRefuse(LogAsync(run, batch), ErrorCode.InvalidParameterValue, message);
        static List<T> Many<T>(int count, Func<int, T> make) => [.. Enumerable.Range(0, count).Select(make)];
        static string Limit(int most, string what, int got) =>
            $"A batch logging request can contain at most {most} {what}. Got {got} {what}. Please split up {what} across multiple requests and try again.";
    }

    [Fact]
    public async Task Doubles_are_kept_to_the_last_bit()
    {
        double[] values = [0.1 + 0.2, double.Epsilon, -double.MaxValue, Math.PI, 1e300, 1L << 53, -1.5, 0, -0.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity];
        var run = await NewRunAsync();
        await LogAsync(run, new RunBatch { Metrics = [.. values.Select((value, i) => new Metric($"m{i:D2}", value, 1))] });
        (await Tracking.GetRunAsync(run.RunId, Cancel)).Metrics.Select(metric => BitConverter.DoubleToInt64Bits(metric.Value))
            .ShouldBe(values.Select(BitConverter.DoubleToInt64Bits));
    }

    [Fact]
    public async Task The_latest_metric_is_the_one_of_the_largest_step_then_timestamp_then_value()
    {
        var run = await NewRunAsync();
        await Expect(new Metric("m", 1, 10, 5), 1);
        await Expect(new Metric("m", 9, 99, 4), 1); // an earlier step
        await Expect(new Metric("m", 2, 11, 5), 2); // a later time
        await Expect(new Metric("m", 9, 10, 5), 2); // an earlier time
        await Expect(new Metric("m", 3, 11, 5), 3); // a larger value
        await Expect(new Metric("m", 2.5, 11, 5), 3); // a smaller one
        await Expect(new Metric("m", double.NaN, 11, 5), 3); // NaN is no larger than any
        await Expect(new Metric("m", double.PositiveInfinity, 11, 5), double.PositiveInfinity);
        await Expect(new Metric("m", double.NaN, 11, 6), double.NaN);
        await Expect(new Metric("m", double.NegativeInfinity, 11, 6), double.NegativeInfinity);
        await Expect(new Metric("m", 0, 0, -7), double.NegativeInfinity);

        async Task Expect(Metric logged, double latest)
        {
            await LogAsync(run, new RunBatch { Metrics = [logged] });
            (await Tracking.GetRunAsync(run.RunId, Cancel)).Metrics.Single().Value.ShouldBe(latest);
        }
    }

    [Fact]
    public async Task A_batch_with_many_points_of_one_metric_keeps_its_latest_whatever_their_order()
    {
        var run = await NewRunAsync();
        await LogAsync(run, new RunBatch { Metrics = [new Metric("m", 1, 1, 2), new Metric("m", 2, 1, 3), new Metric("m", 3, 1, 1), new Metric("n", 4, 1)] });
        (await Tracking.GetRunAsync(run.RunId, Cancel)).Metrics.ShouldBe([new Metric("m", 2, 1, 3), new Metric("n", 4, 1)]);
    }

    [Fact]
    public async Task History_is_paged_oldest_first_and_a_point_logged_twice_is_one()
    {
        var run = await NewRunAsync();
        List<Metric> points =
        [
            new("m", 5, 1, -1), new("m", double.NegativeInfinity, 1, 0), new("m", 1, 1, 0), new("m", 2, 1, 0), new("m", double.NaN, 1, 0), new("m", 0, 1, 3), new("m", -4, 2, 0),
        ];
        await LogAsync(run, new RunBatch { Metrics = [.. Enumerable.Reverse(points)] });
        await LogAsync(run, new RunBatch { Metrics = [points[3], new Metric("other", 1, 1)] });
        var read = new List<Metric>();
        string? token = null;
        do
        {
            var page = await Tracking.GetMetricHistoryAsync(run.RunId, "m", 2, token, Cancel);
            read.AddRange(page.Items);
            token = page.NextPageToken;
        }
        while (token is not null);

        read.ShouldBe(points);
        (await Tracking.GetMetricHistoryAsync(run.RunId, "nothing", cancellationToken: Cancel)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Texts_of_every_kind_come_back_as_they_were()
    {
        var run = await NewRunAsync();
        string[] texts = ["", "a\0b", "'; DROP TABLE runs; --", "línea\r\nnova\t", "😀日本語", "%_\\"];
        await LogAsync(run, new RunBatch { Tags = [.. texts.Select((text, i) => new Tag($"t{i}", text))] });
        (await Tracking.GetRunAsync(run.RunId, Cancel)).Tags.Where(tag => tag.Key != "mlflow.runName").Select(tag => tag.Value).ShouldBe(texts);
    }

    private Task LogAsync(Run run, RunBatch batch) => Task.Run(() => Tracking.LogBatchAsync(run.RunId, batch, Cancel));
}
