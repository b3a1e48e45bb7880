using System.Net;
using Assay.Tracking;

namespace Assay.Server.Tests.Pages;

/// <summary>The experiments' pages over HTTP: what the first response holds, forms without script, the file.</summary>
public sealed class ExperimentPageTests
{
    [Fact]
    public async Task Page_HoldsNamesAndFigures_InTheFirstResponse()
    {
        await using var server = await LoopbackServer.StartAsync();
        await LogAsync(server, "heron-1", 0.25, "small");
        await LogAsync(server, "heron-2", 0.75, "large");
        var html = await server.Http.GetStringAsync("/experiments/0");
        html.ShouldContain("heron-1");
        html.ShouldContain("accuracy");
        html.ShouldContain("0.250");
        html.ShouldContain(">large<");
    }

    [Fact]
    public async Task Description_IsShownAsMarkdown_WithoutItsMarkup()
    {
        await using var server = await LoopbackServer.StartAsync();
        await server.Store.Tracking.SetExperimentTagAsync("0", new Tag("mlflow.note.content", "Two **questions**.\n\n<script>alert(1)</script>"));
        var html = await server.Http.GetStringAsync("/experiments/0");
        html.ShouldContain("<strong>questions</strong>");
        html.ShouldNotContain("<script>alert");
    }

    [Fact]
    public async Task Filter_WithAMistake_MarksItsPlace_AndKeepsWhatWasTyped()
    {
        await using var server = await LoopbackServer.StartAsync();
        var html = await server.Http.GetStringAsync("/experiments/0?filter=metrics.a+%3E+1+AND+nonsense");
        html.ShouldContain("<mark>nonsense</mark>");
        html.ShouldContain("aria-invalid=\"true\"");
        (await server.Http.GetAsync("/experiments/0.csv?filter=nonsense")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("en", "metrics.a >> 1", "compared with a number")]
    [InlineData("pt-BR", "params.a > 'x'", "se compara com um texto entre aspas")]
    [InlineData("fr", "model = 'x'", "Ce champ n’existe pas")]
    public async Task Filter_WithAMistake_IsExplainedInTheReadersLanguage(string culture, string filter, string words)
    {
        await using var server = await LoopbackServer.StartAsync();
        var html = await server.Http.GetStringAsync($"/experiments/0?culture={culture}&filter={Uri.EscapeDataString(filter)}");
        WebUtility.HtmlDecode(html).ShouldContain(words);
    }

    [Fact]
    public async Task Columns_OfWhoChoseNone_AreThoseThatTheTableShows()
    {
        await using var server = await LoopbackServer.StartAsync();
        await LogAsync(server, "heron-1", 0.25, "small");
        await LogAsync(server, "heron-2", 0.75, "large");
        var html = await server.Http.GetStringAsync("/experiments/0/columns");
        html.ShouldMatch("value=\"metrics.accuracy\"[^>]*checked");
        html.ShouldMatch("value=\"params.model\"[^>]*checked");
    }

    [Fact]
    public async Task Csv_HasTheColumnsOfTheTable_AndNoFormula()
    {
        await using var server = await LoopbackServer.StartAsync();
        var run = await LogAsync(server, "=HYPERLINK(\"x\")", 0.1 + 0.2, "a,b");
        var csv = await server.Http.GetStringAsync("/experiments/0.csv?cols=params.model,metrics.accuracy");
        csv.ShouldBe($"run_id,name,params.model,metrics.accuracy\r\n{run.RunId},\"'=HYPERLINK(\"\"x\"\")\",\"a,b\",0.30000000000000004\r\n");
    }

    [Fact]
    public async Task Columns_Chosen_AreInTheAddress_AndRemembered_ForThisExperimentOnly()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var visitor = new PageVisitor(server.Address);
        var answer = await visitor.PostAsync("/experiments/0/columns/apply?filter=metrics.a+%3E+1", ("col", "metrics.accuracy"), ("col", "params.model"));
        answer.Status.ShouldBe(303);
        answer.Location.ShouldBe("/experiments/0?filter=metrics.a%20%3E%201&cols=metrics.accuracy,params.model");
        var cookie = answer.SetCookie("assay_columns");
        cookie.ShouldContain("path=/experiments/0;");
        cookie.ShouldContain("httponly");

        var reset = await visitor.PostAsync("/experiments/0/columns/reset?filter=metrics.a+%3E+1");
        reset.Location.ShouldBe("/experiments/0?filter=metrics.a%20%3E%201&cols=auto");
        reset.SetCookie("assay_columns").ShouldContain("expires=Thu, 01 Jan 1970");
    }

    [Theory]
    [InlineData("apply")]
    [InlineData("reset")]
    public async Task Columns_OfALink_ChangeNothingThatIsRemembered(string act)
    {
        await using var server = await LoopbackServer.StartAsync();
        using var visitor = new PageVisitor(server.Address);
        var answer = await visitor.GetAsync($"/experiments/0/columns?form=1&col=metrics.accuracy&do={act}");
        answer.SetCookie("assay_columns").ShouldBeEmpty();
        (await visitor.GetAsync($"/experiments/0/columns/{act}?col=metrics.accuracy")).Status.ShouldBe(405);
        (await visitor.PostWithoutSecretAsync($"/experiments/0/columns/{act}", ("col", "metrics.accuracy"))).Status.ShouldBe(403);
    }

    [Fact]
    public async Task Change_WithoutTheFormsSecret_IsRefused()
    {
        await using var server = await LoopbackServer.StartAsync();
        var run = await LogAsync(server, "heron", 1, "x");
        using var form = new FormUrlEncodedContent([new("do", "archive"), new("run", run.RunId)]);
        (await server.Http.PostAsync("/experiments/0/selection", form)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await server.Store.Tracking.GetRunAsync(run.RunId)).LifecycleStage.ShouldBe(LifecycleStage.Active);
    }

    [Fact]
    public async Task Selection_ToCompare_LeadsToThePageThatCompares()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server.Address };
        (await http.GetAsync("/experiments/0/selection?do=compare&run=a1&run=b2")).Headers.Location!.OriginalString.ShouldBe("/compare?runs=a1,b2");
    }

    [Theory]
    [InlineData("met", "metrics.")]
    [InlineData("metrics.acc", "metrics.accuracy")]
    [InlineData("params.model = ", "small")]
    [InlineData("status = ", "FINISHED")]
    [InlineData("metrics.accuracy > 1 ", "AND")]
    public async Task Completion_OffersWhatComesNext(string before, string offered)
    {
        await using var server = await LoopbackServer.StartAsync();
        await LogAsync(server, "heron", 1, "small");
        (await server.Http.GetStringAsync($"/experiments/0/completion?before={Uri.EscapeDataString(before)}")).ShouldContain(offered);
    }

    [Fact]
    public async Task Children_StandBelowTheirParents_UntilTheyAreSearched()
    {
        await using var server = await LoopbackServer.StartAsync();
        var parent = await LogAsync(server, "the-parent", 1, "x");
        var child = await server.Store.Tracking.CreateRunAsync(new NewRun("0", "the-child") { Tags = [new Tag("mlflow.parentRunId", parent.RunId)] });
        (await server.Http.GetStringAsync("/experiments/0")).ShouldNotContain("the-child");
        (await server.Http.GetStringAsync($"/experiments/0?open={parent.RunId}")).ShouldContain(child.RunId);
        (await server.Http.GetStringAsync("/experiments/0?flat=1")).ShouldContain("the-child");
        (await server.Http.GetStringAsync("/experiments/0?sort=name&dir=asc")).ShouldContain("the-child");
    }

    private static Task<Run> LogAsync(LoopbackServer server, string name, double accuracy, string model) => LoggedRuns.LogAsync(server, name, accuracy, model);
}
