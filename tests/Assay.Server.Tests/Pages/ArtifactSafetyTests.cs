using System.Net;
using System.Text;
using Assay.Tracking;

namespace Assay.Server.Tests.Pages;

/// <summary>Files that runs logged, as a browser gets them: none can act as the site.</summary>
public sealed class ArtifactSafetyTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("page.html", "text/plain")]
    [InlineData("page.xhtml", "application/octet-stream")]
    [InlineData("picture.svg", "image/svg+xml")]
    [InlineData("code.js", "text/plain")]
    [InlineData("feed.xml", "text/plain")]
    [InlineData("data.json", "text/plain")]
    [InlineData("nothing", "application/octet-stream")]
    public async Task RawFile_IsSaved_AndRunsNothing(string name, string type)
    {
        await using var server = await LoopbackServer.StartAsync();
        var run = await LogAsync(server, name, "<script>alert(1)</script>");
        using var response = await server.Http.GetAsync($"/runs/{run}/artifacts/raw?path={name}", Cancel);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        response.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        ShouldBeHarmless(response);
        (await response.Content.ReadAsStringAsync(Cancel)).ShouldBe("<script>alert(1)</script>");
    }

    [Fact]
    public async Task FramedPage_IsInASandbox_AndOnlyHtmlIsFramed()
    {
        await using var server = await LoopbackServer.StartAsync();
        var run = await LogAsync(server, "page.html", "<p>text");
        using var page = await server.Http.GetAsync($"/runs/{run}/artifacts/raw?path=page.html&view=frame", Cancel);
        page.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        ShouldBeHarmless(page);

        await LogAsync(server, "picture.svg", "<svg/>", run);
        using var picture = await server.Http.GetAsync($"/runs/{run}/artifacts/raw?path=picture.svg&view=frame", Cancel);
        picture.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
    }

    [Theory]
    [InlineData("../../../assay.db")]
    [InlineData("..%2F..%2Fassay.db")]
    [InlineData("a/../../b")]
    [InlineData("%2Fetc%2Fpasswd")]
    [InlineData("..\\..\\assay.db")]
    [InlineData("a%00b")]
    [InlineData("")]
    public async Task PathThatLeavesTheRun_FindsNothing(string path)
    {
        await using var server = await LoopbackServer.StartAsync();
        var run = await LogAsync(server, "file.txt", "text");
        using var raw = await server.Http.GetAsync($"/runs/{run}/artifacts/raw?path={path}", Cancel);
        ((int)raw.StatusCode).ShouldBeOneOf(400, 404);
        (await raw.Content.ReadAsByteArrayAsync(Cancel)).ShouldBeEmpty();

        if (path.Length > 0)
        {
            using var page = await server.Http.GetAsync($"/runs/{run}/artifacts?path={path}", Cancel);
            ((int)page.StatusCode).ShouldBeOneOf(400, 404);
        }
    }

    [Fact]
    public async Task RawFile_OfNoRun_IsNotFound()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var response = await server.Http.GetAsync($"/runs/{new string('0', 32)}/artifacts/raw?path=x", Cancel);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task LongText_IsReadInPart()
    {
        await using var server = await LoopbackServer.StartAsync();
        var run = await LogAsync(server, "long.txt", new string('é', 1_000_000) + "the-very-last-words");
        var page = await server.Http.GetStringAsync($"/runs/{run}/artifacts?path=long.txt", Cancel);
        page.ShouldContain("ééé");
        page.ShouldNotContain("the-very-last-words");
        page.ShouldNotContain('\uFFFD');
        page.Length.ShouldBeLessThan(400_000);
    }

    [Fact]
    public async Task FolderOfThousands_IsPaged()
    {
        await using var server = await LoopbackServer.StartAsync();
        var run = await LogAsync(server, "many/0000.txt", "text");
        var uri = (await server.Store.Tracking.GetRunAsync(run, Cancel)).ArtifactUri;
        for (var i = 1; i < 450; i++)
        {
            await server.Store.Artifacts.WriteAsync(uri, $"many/{i:0000}.txt", new MemoryStream("x"u8.ToArray()), Cancel);
        }

        var first = await server.Http.GetStringAsync($"/runs/{run}/artifacts?path=many", Cancel);
        first.ShouldContain("0199.txt");
        first.ShouldNotContain("0200.txt");
        (await server.Http.GetStringAsync($"/runs/{run}/artifacts?path=many&page=3", Cancel)).ShouldContain("0449.txt");
        (await server.Http.GetStringAsync($"/runs/{run}/artifacts?path=many/0321.txt", Cancel)).ShouldContain("0321.txt");
    }

    private static void ShouldBeHarmless(HttpResponseMessage response)
    {
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith("sandbox; default-src 'none'");
        policy.ShouldNotContain("allow-");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    [Fact]
    public async Task Files_WithoutAChoice_ShowTheOneToReadFirst_AndATableInJsonIsATreeWhenAskedFor()
    {
        await using var server = await LoopbackServer.StartAsync();
        var run = await LogAsync(server, "eval_results_table.json", """{"columns": ["inputs", "score"], "data": [["<b>a</b>", 0.5]]}""");
        var table = await server.Http.GetStringAsync($"/runs/{run}/artifacts", Cancel);
        table.ShouldContain("<bdi class=\"value\">&lt;b&gt;a&lt;/b&gt;</bdi>");
        table.ShouldContain("as=tree");
        var tree = await server.Http.GetStringAsync($"/runs/{run}/artifacts?path=eval_results_table.json&as=tree", Cancel);
        tree.ShouldContain("json-name");
        tree.ShouldContain("As a table");
        var nested = await LogAsync(server, "model/MLmodel", "flavors: {}");
        (await server.Http.GetStringAsync($"/runs/{nested}/artifacts", Cancel)).ShouldContain("flavors: {}");
        var binary = await LogAsync(server, "weights.bin", "x");
        (await server.Http.GetStringAsync($"/runs/{binary}/artifacts", Cancel)).ShouldContain("None of the files here can be shown");
    }

    private static async Task<string> LogAsync(LoopbackServer server, string path, string text, string? runId = null)
    {
        var run = runId is null
            ? await server.Store.Tracking.CreateRunAsync(new NewRun("0", "files"), Cancel)
            : await server.Store.Tracking.GetRunAsync(runId, Cancel);
        await server.Store.Artifacts.WriteAsync(run.ArtifactUri, path, new MemoryStream(Encoding.UTF8.GetBytes(text)), Cancel);
        return run.RunId;
    }
}
