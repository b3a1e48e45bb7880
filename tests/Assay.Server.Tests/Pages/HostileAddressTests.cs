using Assay.Tracking;

namespace Assay.Server.Tests.Pages;

/// <summary>Addresses that no page of ours would lead to: each is answered with a page that says so, and that is no larger than others.</summary>
public sealed class HostileAddressTests
{
    private const int MostCharacters = 400_000;

    private static readonly string[] Paths =
        ["/", "/experiments", "/experiments/0", "/experiments/0/columns", "/runs/RUN", "/runs/RUN/metrics", "/runs/RUN/artifacts", "/runs/RUN/evaluation", "/compare", "/search", "/settings", "/sign-in"];

    private static readonly string[] Names = ["q", "name", "filter", "find", "text", "page", "sort", "cols", "runs", "path", "key", "group", "return", "view"];

    public static TheoryData<string> Values => ["%zz%", "%00", "%01%1b%7f%0d%0a", "%ed%a0%80", "%f0%9f%a4%96", "'\"%3E%3Cscript%3E", "-1", new string('9', 400), new string('a', 5000)];

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_strange_value_is_a_page(string value)
    {
        await using var server = await LoopbackServer.StartAsync();
        var run = await server.Store.Tracking.CreateRunAsync(new NewRun("0", "r"), TestContext.Current.CancellationToken);
        using var visitor = new PageVisitor(server.Address);
        foreach (var path in Paths.Select(path => path.Replace("RUN", run.RunId, StringComparison.Ordinal)))
        {
            foreach (var name in Names)
            {
                await CheckAsync(visitor, $"{path}?{name}={value}");
            }
        }
    }

    [Fact]
    public async Task Many_parameters_are_refused_in_a_small_page()
    {
        await using var server = await LoopbackServer.StartAsync();
        var run = await server.Store.Tracking.CreateRunAsync(new NewRun("0", "r"), TestContext.Current.CancellationToken);
        using var visitor = new PageVisitor(server.Address);
        foreach (var path in Paths.Select(path => path.Replace("RUN", run.RunId, StringComparison.Ordinal)))
        {
            var answer = await CheckAsync(visitor, $"{path}?{string.Join('&', Enumerable.Range(0, 1000).Select(i => $"p{i}=1"))}");
            answer.Status.ShouldBe(400, path);
            answer.Body.ShouldContain("The address holds 1,000 parameters");
            answer.Body.ShouldNotContain("p999");
        }
    }

    [Fact]
    public async Task A_stream_of_what_no_store_can_be_asked_is_refused_before_it_begins()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var answer = await server.Http.GetAsync("/experiments/0/live?filter=%00", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBe(400);
    }

    [Fact]
    public async Task Many_bounds_on_scores_are_refused_at_once()
    {
        await using var server = await LoopbackServer.StartAsync();
        var run = await server.Store.Tracking.CreateRunAsync(new NewRun("0", "r"), TestContext.Current.CancellationToken);
        using var visitor = new PageVisitor(server.Address);
        string Bounds(int count) => $"/runs/{run.RunId}/evaluation?{string.Join('&', Enumerable.Range(0, count).Select(i => $"min.s{i}=0&max.s{i}="))}";

        (await CheckAsync(visitor, Bounds(40))).Status.ShouldBe(200);
        var answer = await CheckAsync(visitor, Bounds(41));

        answer.Status.ShouldBe(400);
        answer.Body.ShouldContain("The address holds 41 limits on scores; a page takes at most 40.");
    }

    [Fact]
    public async Task A_form_of_thousands_of_fields_is_refused()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var visitor = new PageVisitor(server.Address);
        var answer = await visitor.PostAsync("/settings/theme", [.. Enumerable.Range(0, 10_000).Select(i => ($"f{i}", "x"))]);
        answer.Status.ShouldBe(400);
        answer.Body.ShouldContain("no form that can be read, or has too many fields");
    }

    [Fact]
    public async Task Thousands_of_settings_are_compared_in_a_page_that_says_how_many_more_there_are()
    {
        await using var server = await LoopbackServer.StartAsync();
        var runs = new List<Run>();
        foreach (var name in (string[])["one", "two"])
        {
            runs.Add(await server.Store.Tracking.CreateRunAsync(new NewRun("0", name), TestContext.Current.CancellationToken));
            Param[] settings = [.. Enumerable.Range(0, 3000).Select(i => new Param($"s{i:0000}", i < 1500 ? name : "same"))];
            foreach (var some in settings.Chunk(100))
            {
                await server.Store.Tracking.LogBatchAsync(runs[^1].RunId, new RunBatch { Params = some }, TestContext.Current.CancellationToken);
            }
        }

        using var visitor = new PageVisitor(server.Address);
        var answer = await CheckAsync(visitor, $"/compare?runs={runs[0].RunId},{runs[1].RunId}");

        answer.Status.ShouldBe(200);
        answer.Body.ShouldContain("s0000");
        answer.Body.ShouldNotContain("s1499");
        answer.Body.ShouldContain("1,300");
        answer.Body.ShouldContain("1,500 settings are equal");
    }

    private static async Task<PageAnswer> CheckAsync(PageVisitor visitor, string address)
    {
        var answer = await visitor.GetAsync(address);
        answer.Status.ShouldBeOneOf([200, 303, 400, 404], address);
        if (answer.Status != 303) answer.Header("Content-Type").ShouldStartWith("text/html", customMessage: address);
        answer.Body.Length.ShouldBeLessThan(MostCharacters, address);
        return answer;
    }
}
