using System.Net;
using System.Text.RegularExpressions;
using Assay.Tracking;

namespace Assay.Server.Tests.Pages;

public sealed partial class SearchPageHttpTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_whole_id_leads_to_its_run_and_the_beginning_of_one_to_a_list()
    {
        await using var server = await LoopbackServer.StartAsync();
        var run = await server.Store.Tracking.CreateRunAsync(new NewRun("0", "otter"), Cancel);
        using var visitor = new PageVisitor(server.Address);

        (await visitor.GetAsync($"/search?q=+{run.RunId}+")).Location.ShouldBe($"/runs/{run.RunId}");
        Found((await visitor.GetAsync($"/search?q={run.RunId[..6]}")).Body).ShouldBe([run.RunId]);
        Found((await visitor.GetAsync($"/search?q={new string('0', 32)}")).Body).ShouldBeEmpty();
    }

    [Fact]
    public async Task Names_are_found_newest_first_a_page_at_a_time()
    {
        await using var server = await LoopbackServer.StartAsync();
        var ids = new List<string>();
        for (var i = 0; i < 35; i++)
        {
            ids.Insert(0, (await server.Store.Tracking.CreateRunAsync(new NewRun("0", $"Heron-{i}") { StartTime = 1000 + i }, Cancel)).RunId);
        }

        using var visitor = new PageVisitor(server.Address);
        var first = await visitor.GetAsync("/search?q=heron");
        Found(first.Body).ShouldBe(ids.Take(30));
        var next = System.Net.WebUtility.HtmlDecode(NextPage().Match(first.Body).Groups[1].Value);
        Found((await visitor.GetAsync(next)).Body).ShouldBe(ids.Skip(30));
    }

    [Theory]
    [InlineData("it's")]
    [InlineData("100%")]
    [InlineData("\"quoted\" `name`")]
    [InlineData("<script>alert(1)</script>")]
    public async Task What_a_name_may_hold_is_found(string name)
    {
        await using var server = await LoopbackServer.StartAsync();
        var run = await server.Store.Tracking.CreateRunAsync(new NewRun("0", $"a {name} b"), Cancel);
        await server.Store.Tracking.CreateRunAsync(new NewRun("0", "another"), Cancel);
        using var visitor = new PageVisitor(server.Address);

        var answer = await visitor.GetAsync($"/search?q={Uri.EscapeDataString(name)}");

        answer.Status.ShouldBe(200);
        Found(answer.Body).ShouldBe([run.RunId]);
        answer.Body.ShouldNotContain("<script>alert");
    }

    [Fact]
    public async Task What_is_too_long_is_cut_between_letters()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var visitor = new PageVisitor(server.Address);
        var answer = await visitor.GetAsync($"/search?q={Uri.EscapeDataString("a" + string.Concat(Enumerable.Repeat("🦩", 200)))}");
        answer.Status.ShouldBe(200);
        WebUtility.HtmlDecode(answer.Body).ShouldContain("🦩");
        WebUtility.HtmlDecode(answer.Body).ShouldNotContain("\uFFFD");
    }

    private static IEnumerable<string> Found(string html) => RunLink().Matches(html).Select(link => link.Groups[1].Value);

    [GeneratedRegex("href=\"/runs/([0-9a-f]{32})\"")]
    private static partial Regex RunLink();

    [GeneratedRegex("href=\"([^\"]+)\" rel=\"next\"")]
    private static partial Regex NextPage();
}
