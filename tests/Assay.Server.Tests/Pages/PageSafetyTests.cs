using System.Text.RegularExpressions;
using Assay.Tracking;
using Assay.Web.Hosting;
using Microsoft.AspNetCore.Routing;
using static Assay.Server.Tests.Access.GuardedServer;

namespace Assay.Server.Tests.Pages;

/// <summary>What holds for every page, found by the routes that there are.</summary>
public sealed partial class PageSafetyTests
{
    private const string Hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{7*7}}";

    [Fact]
    public async Task Every_page_has_the_policy_and_nothing_inline()
    {
        await using var server = await LoopbackServer.StartAsync();
        var run = await server.Store.Tracking.CreateRunAsync(new NewRun("0", Hostile), TestContext.Current.CancellationToken);
        using var visitor = new PageVisitor(server.Address);
        var pages = server.Routes.Where(route => IsPage(route, "GET")).Select(route => Address(route, run.RunId)).ToList();
        pages.ShouldContain("/settings");

        foreach (var path in pages.Append("/no-such-page"))
        {
            var answer = await visitor.GetAsync(path);
            if (!answer.Header("Content-Type").StartsWith("text/html", StringComparison.Ordinal))
            {
                continue;
            }

            answer.Header("Content-Security-Policy").ShouldContain("default-src 'none'; script-src 'self'; style-src 'self'", customMessage: path);
            answer.Header("Content-Security-Policy").ShouldContain("frame-ancestors 'none'", customMessage: path);
            answer.Header("Content-Security-Policy").ShouldNotContain("unsafe", customMessage: path);
            answer.Header("X-Frame-Options").ShouldBe("DENY", path);
            answer.Header("X-Content-Type-Options").ShouldBe("nosniff", path);
            answer.Header("Cache-Control").ShouldContain("no-store", customMessage: path);
            Inline(answer.Body).ShouldBeEmpty(path);
        }
    }

    [Theory]
    [InlineData("<p onclick=\"x()\">", 1)]
    [InlineData("<p class=a style='color:red'>", 1)]
    [InlineData("<script>x()</script>", 1)]
    [InlineData("<style>p{}</style>", 1)]
    [InlineData("<a href=\"javascript:x()\">", 1)]
    [InlineData("<p title=\"onclick=x style=y\">onclick=</p><script src=\"/a.js\"></script>", 0)]
    public void What_is_inline_is_found(string html, int count) => Inline(html).Count.ShouldBe(count);

    [Fact]
    public async Task Every_form_is_refused_without_its_secret_and_changes_nothing()
    {
        await using var guarded = await StartAsync();
        var run = await guarded.Server.Store.Tracking.CreateRunAsync(new NewRun("0", "r"), TestContext.Current.CancellationToken);
        using var visitor = new PageVisitor(guarded.Server.Address);
        await visitor.SignInAsync("ada", Password);
        var before = (await guarded.Users.ReadStateAsync(TestContext.Current.CancellationToken)).Revision;
        var forms = guarded.Server.Routes.Where(route => IsPage(route, "POST")).Select(route => Address(route, run.RunId)).ToList();
        forms.ShouldContain("/sign-out");
        forms.ShouldContain("/settings/users");

        foreach (var path in forms)
        {
            (await visitor.PostWithoutSecretAsync(path, ("name", "ed"), ("role", "Admin"), ("password", "some long password"))).Status.ShouldBe(403, path);
            (await visitor.PostWithoutSecretAsync(path, ("form_token", "AAAA"))).Status.ShouldBe(403, path);
        }

        (await guarded.Users.ReadStateAsync(TestContext.Current.CancellationToken)).Revision.ShouldBe(before);
        (await guarded.Server.Store.Tracking.GetRunAsync(run.RunId, TestContext.Current.CancellationToken)).ShouldBeEquivalentTo(run);
        (await visitor.GetAsync("/")).Status.ShouldBe(200, "nobody was signed out");
    }

    [Fact]
    public async Task A_reader_may_send_only_what_is_their_own()
    {
        await using var guarded = await StartAsync();
        using var visitor = new PageVisitor(guarded.Server.Address);
        await visitor.SignInAsync("rea", Password);
        string[] own = ["/experiments/0/columns/apply", "/experiments/0/columns/reset", "/settings/theme", "/settings/tokens", "/settings/tokens/revoke", "/sign-in", "/sign-out"];
        foreach (var path in guarded.Server.Routes.Where(route => IsPage(route, "POST")).Select(route => Address(route, new string('0', 32))).Except(own))
        {
            (await visitor.PostAsync(path, ("name", "ed"))).Status.ShouldBe(403, path);
        }
    }

    [Fact]
    public async Task Nobody_sees_anything_without_signing_in()
    {
        await using var guarded = await StartAsync();
        var run = await guarded.Server.Store.Tracking.CreateRunAsync(new NewRun("0", "secret-run"), TestContext.Current.CancellationToken);
        using var visitor = new PageVisitor(guarded.Server.Address);
        foreach (var path in guarded.Server.Routes.Where(route => IsPage(route, "GET")).Select(route => Address(route, run.RunId)).Except(["/sign-in"]))
        {
            var answer = await visitor.GetAsync(path);
            answer.Status.ShouldBeOneOf([303, 401], path);
            answer.Body.ShouldNotContain("secret-run");
        }

        foreach (var path in guarded.Server.Routes.Where(route => IsPage(route, "POST")).Select(route => Address(route, run.RunId)).Except(["/sign-in", "/sign-out", "/settings/theme"]))
        {
            (await visitor.PostAsync(path)).Location.ShouldStartWith("/sign-in", customMessage: path);
        }
    }

    [Fact]
    public async Task Head_answers_as_get_does_without_a_body()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var visitor = new PageVisitor(server.Address);
        foreach (var path in (string[])["/", "/experiments", "/settings", "/live/home"])
        {
            var answer = await visitor.GetAsync(path, "HEAD");
            answer.Status.ShouldBe(200, path);
            answer.Body.ShouldBeEmpty(path);
        }
    }

    private static bool IsPage(RouteEndpoint route, string method) =>
        route.Metadata.GetMetadata<PageMark>() is not null && route.Metadata.GetMetadata<StreamMark>() is null
        && route.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Contains(method);

    /// <summary>An address of a route: what it names is the run, or the experiment that every store has.</summary>
    private static string Address(RouteEndpoint route, string runId) => "/" + Hole().Replace(
        route.RoutePattern.RawText!.TrimStart('/'), hole => hole.Value.Contains("run", StringComparison.OrdinalIgnoreCase) ? runId : "0");

    private static List<string> Inline(string html) =>
    [
        .. Tag().Matches(html).Select(tag => tag.Value).Where(tag =>
            tag.StartsWith("<style", StringComparison.OrdinalIgnoreCase)
            || (tag.StartsWith("<script", StringComparison.OrdinalIgnoreCase) && !Names(tag).Contains("src"))
            || Names(tag).Any(name => name is "style" or "srcdoc" || name.StartsWith("on", StringComparison.Ordinal))
            || tag.Contains("javascript:", StringComparison.OrdinalIgnoreCase)),
    ];

    /// <summary>Names of attributes: what stands in values is taken out first.</summary>
    private static IEnumerable<string> Names(string tag) =>
        Value().Replace(tag, " ").TrimEnd('>', '/').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(name => name.ToLowerInvariant());

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Hole();

    [GeneratedRegex("""<[a-zA-Z](?:"[^"]*"|'[^']*'|[^'">])*>""")]
    private static partial Regex Tag();

    [GeneratedRegex("""=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)""")]
    private static partial Regex Value();
}
