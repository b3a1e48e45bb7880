using System.Text.RegularExpressions;
using Assay.Server.Tests.Access;
using Assay.Tracking;
using Assay.Web.Hosting;
using Microsoft.AspNetCore.Routing;
using static Assay.Server.Tests.Access.GuardedServer;

namespace Assay.Server.Tests.Pages;

/// <summary>What those see who may only look.</summary>
public sealed partial class ReaderPagesTests
{
    /// <summary>What a reader may send: how they see the pages, and what is their own.</summary>
    private static readonly string[] Own = ["/settings/theme", "/sign-out", "/sign-in", "/settings/tokens", "/settings/tokens/revoke"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_page_shows_a_reader_a_form_that_changes_anything()
    {
        await using var guarded = await StartAsync();
        var runs = await LogAsync(guarded);
        using var visitor = await SignedInAsync(guarded, "rea");
        foreach (var path in Paths(guarded, runs))
        {
            var answer = await visitor.GetAsync(path);
            answer.Status.ShouldBeOneOf([200, 303, 400, 403, 404, 405], path);
            Sent(answer.Body).Where(to => !Own.Contains(to) && !to.Contains("/columns/", StringComparison.Ordinal)).ShouldBeEmpty(path);
        }
    }

    [Theory]
    [InlineData("/experiments/0")]
    [InlineData("/runs/RUN")]
    [InlineData("/experiments")]
    public async Task An_editor_sees_them(string path)
    {
        await using var guarded = await StartAsync();
        var runs = await LogAsync(guarded);
        path = path.Replace("RUN", runs[0], StringComparison.Ordinal);
        using var editor = await SignedInAsync(guarded, "ed");
        using var reader = await SignedInAsync(guarded, "rea");

        var (changed, read) = ((await editor.GetAsync(path)).Body, (await reader.GetAsync(path)).Body);

        Acts(changed).ShouldNotBeEmpty();
        Acts(read).ShouldBeEmpty();
        read.ShouldContain(path == "/experiments" ? "Default" : "heron", customMessage: "what is shown is shown to both");
    }

    [Fact]
    public async Task A_reader_compares_runs_as_others_do()
    {
        await using var guarded = await StartAsync();
        var runs = await LogAsync(guarded);
        using var visitor = await SignedInAsync(guarded, "rea");
        (await visitor.GetAsync($"/experiments/0/selection?do=compare&run={runs[0]}&run={runs[1]}")).Location.ShouldBe($"/compare?runs={runs[0]},{runs[1]}");
        var answer = await visitor.GetAsync($"/compare?runs={runs[0]},{runs[1]}");
        answer.Status.ShouldBe(200);
        answer.Body.ShouldContain("heron-1");
    }

    [Theory]
    [InlineData("en", "This is not for you")]
    [InlineData("pt-BR", "Você não tem acesso a isto")]
    [InlineData("fr", "Vous n’y avez pas accès")]
    public async Task What_is_not_for_a_reader_says_so_in_their_language(string culture, string title)
    {
        await using var guarded = await StartAsync();
        var runs = await LogAsync(guarded);
        using var visitor = await SignedInAsync(guarded, "rea");
        foreach (var path in (string[])[$"/experiments/0/edit?do=rename&culture={culture}", $"/experiments/0/selection?do=archive&run={runs[0]}&culture={culture}"])
        {
            var answer = await visitor.GetAsync(path);
            answer.Status.ShouldBe(403, path);
            answer.Body.ShouldContain($"<h1>{title}</h1>", customMessage: path);
        }
    }

    private static async Task<IReadOnlyList<string>> LogAsync(GuardedServer guarded)
    {
        var ids = new List<string>();
        for (var i = 1; i <= 2; i++)
        {
            var run = await guarded.Server.Store.Tracking.CreateRunAsync(new NewRun("0", $"heron-{i}"), Cancel);
            await guarded.Server.Store.Tracking.LogBatchAsync(
                run.RunId, new RunBatch { Metrics = [new Metric("accuracy", 0.5, 0, 0)], Params = [new Param("model", $"m{i}")], Tags = [new Tag("team", "a")] }, Cancel);
            ids.Add(run.RunId);
        }

        return ids;
    }

    private static async Task<PageVisitor> SignedInAsync(GuardedServer guarded, string user)
    {
        var visitor = new PageVisitor(guarded.Server.Address);
        (await visitor.SignInAsync(user, Password)).Status.ShouldBe(303);
        return visitor;
    }

    private static IEnumerable<string> Paths(GuardedServer guarded, IReadOnlyList<string> runs) => guarded.Server.Routes
        .Where(route => route.Metadata.GetMetadata<PageMark>() is not null && route.Metadata.GetMetadata<StreamMark>() is null
            && route.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Contains("GET"))
        .Select(route => "/" + Hole().Replace(route.RoutePattern.RawText!.TrimStart('/'), hole => hole.Value.Contains("run", StringComparison.Ordinal) ? runs[0] : "0"))
        .Concat([$"/compare?runs={runs[0]},{runs[1]}", $"/compare?runs={runs[0]}", "/experiments/0?view=archived", "/experiments?view=archived"]);

    private static IEnumerable<string> Acts(string html) =>
        Sent(html).Where(to => !Own.Contains(to)).Concat(Acting().Matches(html).Select(button => button.Groups[1].Value));

    /// <summary>Where forms of a page are sent by POST.</summary>
    private static IEnumerable<string> Sent(string html) => Form().Matches(html).Select(form => form.Value)
        .Where(tag => tag.Contains("method=\"post\"", StringComparison.Ordinal))
        .Select(tag => Action().Match(tag).Groups[1].Value);

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Hole();

    [GeneratedRegex("<(?:form|button)[^>]*method=\"post\"[^>]*>")]
    private static partial Regex Form();

    [GeneratedRegex("action=\"([^\"?]*)")]
    private static partial Regex Action();

    /// <summary>What leads to a question first: by a button of the selection's form, or by a link to the page that edits.</summary>
    [GeneratedRegex("name=\"do\" value=\"(archive|rename|tag|restore)\"|href=\"[^\"]*/edit\\?do=([a-z]+)")]
    private static partial Regex Acting();
}
