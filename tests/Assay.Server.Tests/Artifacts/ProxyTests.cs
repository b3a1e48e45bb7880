using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Assay.Server.Tests.Artifacts;

/// <summary>Files through the server: as they went in they come out, whole or in part, and no half of one is left.</summary>
public sealed class ProxyTests : IAsyncLifetime
{
    private const string Proxy = "/api/2.0/mlflow-artifacts/artifacts";
    private const string Run = "1/abc/artifacts";
    private LoopbackServer server = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => server = await LoopbackServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData("100%25.txt", "100%.txt")]
    [InlineData("dogs%25step%253%25timestamp%251795292389969%25t88f7396-ead1.png", "dogs%step%3%timestamp%1795292389969%t88f7396-ead1.png")]
    [InlineData("a%2520b.txt", "a%20b.txt")]
    [InlineData("a%20b.txt", "a b.txt")]
    [InlineData("50%252F50.txt", "50%2F50.txt")]
    [InlineData("a+b.txt", "a+b.txt")]
    [InlineData("%23%3F&=;.txt", "#?&=;.txt")]
    [InlineData("%E6%97%A5%E6%9C%AC.txt", "日本.txt")]
    [InlineData("%F0%9F%98%80.txt", "😀.txt")]
    [InlineData("toxicity%3A%20v1.json", "toxicity: v1.json")]
    public async Task A_name_comes_back_as_it_went(string written, string name)
    {
        var (status, _) = await RawHttp.SendAsync(server.Address, "PUT", $"{Proxy}/{Run}/{written}", "text");
        status.ShouldBe(200);
        (await ListAsync(Run)).ShouldBe([name]);
        var (_, answer) = await RawHttp.SendAsync(server.Address, "GET", $"{Proxy}/{Run}/{written}");
        answer.ShouldEndWith("\r\n\r\ntext");
        ContentDispositionHeaderValue.Parse(Header(answer, "Content-Disposition")).FileNameStar.ShouldBe(name);
        (await RawHttp.SendAsync(server.Address, "DELETE", $"{Proxy}/{Run}/{written}")).Status.ShouldBe(200);
        (await ListAsync(Run)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_encoded_slash_is_a_slash()
    {
        await RawHttp.SendAsync(server.Address, "PUT", $"{Proxy}/1%2Fabc%2fartifacts/dir%2Fa.txt", "text");
        (await ListAsync($"{Run}/dir")).ShouldBe(["a.txt"]);
        (await RawHttp.SendAsync(server.Address, "GET", $"http://{server.Address.Authority}{Proxy}/{Run}/dir/a.txt")).Answer.ShouldEndWith("text");
    }

    [Theory]
    [InlineData("bytes=0-3", 206, "0123", "bytes 0-3/10")]
    [InlineData("bytes=4-", 206, "456789", "bytes 4-9/10")]
    [InlineData("bytes=-2", 206, "89", "bytes 8-9/10")]
    [InlineData("bytes=0-0", 206, "0", "bytes 0-0/10")]
    [InlineData("bytes=5-99", 206, "56789", "bytes 5-9/10")]
    [InlineData("bytes=10-", 416, "", "bytes */10")]
    [InlineData("bytes=-0", 416, "", "bytes */10")]
    [InlineData("bytes=0-1,3-4", 200, "0123456789", null)]
    [InlineData("lines=0-1", 200, "0123456789", null)]
    [InlineData("bytes=x", 200, "0123456789", null)]
    public async Task Ranges_are_answered_as_HTTP_has_them(string range, int status, string body, string? contentRange)
    {
        await PutAsync("digits.txt", "0123456789");
        using var response = await GetAsync("digits.txt", request => request.Headers.TryAddWithoutValidation("Range", range));
        ((int)response.StatusCode).ShouldBe(status);
        (await response.Content.ReadAsStringAsync(Cancel)).ShouldBe(body);
        response.Content.Headers.ContentRange?.ToString().ShouldBe(contentRange);
        response.Headers.AcceptRanges.ShouldBe(["bytes"]);
    }

    [Fact]
    public async Task What_the_caller_has_is_not_sent_again_and_what_has_changed_is_sent_whole()
    {
        await PutAsync("a.txt", "0123456789");
        using var first = await GetAsync("a.txt");
        var tag = first.Headers.ETag!;
        using var same = await GetAsync("a.txt", request => request.Headers.IfNoneMatch.Add(tag));
        same.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        using var sameTime = await GetAsync("a.txt", request => request.Headers.IfModifiedSince = first.Content.Headers.LastModified);
        sameTime.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        using var rest = await GetAsync("a.txt", Continue);
        rest.StatusCode.ShouldBe(HttpStatusCode.PartialContent);

        await PutAsync("a.txt", "abcdefghij");
        using var whole = await GetAsync("a.txt", Continue);
        whole.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await whole.Content.ReadAsStringAsync(Cancel)).ShouldBe("abcdefghij");

        void Continue(HttpRequestMessage request)
        {
            request.Headers.Range = new RangeHeaderValue(5, null);
            request.Headers.IfRange = new RangeConditionHeaderValue(tag);
        }
    }

    [Fact]
    public async Task HEAD_tells_all_but_the_content()
    {
        await PutAsync("a.json", "{}");
        using var response = await server.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"{Proxy}/{Run}/a.json"), Cancel);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentLength.ShouldBe(2);
        response.Content.Headers.LastModified.ShouldNotBeNull();
        (await response.Content.ReadAsByteArrayAsync(Cancel)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("page.html", "text/html")]
    [InlineData("image.svg", "image/svg+xml")]
    [InlineData("table.json", "text/plain")]
    [InlineData("script.js", "text/plain")]
    [InlineData("MLmodel", "text/plain")]
    [InlineData("image.png", "image/png")]
    [InlineData("model.pkl", "application/octet-stream")]
    [InlineData("none", "application/octet-stream")]
    public async Task No_stored_page_runs_as_a_page_of_the_server(string name, string type)
    {
        await PutAsync(name, "<script>alert(1)</script>");
        using var response = await GetAsync(name);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("sandbox");
    }

    [Fact]
    public async Task What_is_missing_is_said_to_be()
    {
        foreach (var method in (string[])["GET", "DELETE"])
        {
            var (status, body) = await server.CallAsync(method, $"{Proxy}/{Run}/none.txt");
            status.ShouldBe(404);
            ((string)body!["error_code"]!).ShouldBe("RESOURCE_DOES_NOT_EXIST");
        }

        (await server.CallAsync("GET", $"{Proxy}?path={Run}/none")).Body!.ToJsonString().ShouldBe("{}");
    }

    [Fact]
    public async Task A_runs_whole_folder_is_deleted_by_its_address_with_a_slash()
    {
        await PutAsync("dir/a.txt", "x");
        (await server.CallAsync("DELETE", $"{Proxy}/{Run}/")).Status.ShouldBe(200);
        (await ListAsync("1/abc")).ShouldBeEmpty();
        (await server.CallAsync("DELETE", $"{Proxy}/")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_of_messages_is_taken_and_one_beyond_the_limit_of_artifacts_is_not()
    {
        await using var small = await LoopbackServer.StartAsync(new ServerOptions { MaxBodyBytes = 1_000, MaxArtifactBytes = 100_000 });
        (await PutToAsync(small, new ByteArrayContent(new byte[100_000]))).ShouldBe(200);
        (await PutToAsync(small, new ByteArrayContent(new byte[100_001]))).ShouldBe(400);

        // Of a body without a length it is only seen on the way: whether the answer arrives before the connection ends is a matter of luck.
        (await PutToAsync(small, new StreamContent(new Assay.Tests.GeneratedStream(500_000)))).ShouldNotBe(200);
        (await PutToAsync(small, new StreamContent(new Assay.Tests.GeneratedStream(90_000)))).ShouldBe(200);
        small.Files(".assay-writing-staged").ShouldBeEmpty();

        static async Task<int> PutToAsync(LoopbackServer server, HttpContent content)
        {
            try
            {
                using var response = await server.Http.PutAsync($"{Proxy}/{Run}/a.bin", content, Cancel);
                return (int)response.StatusCode;
            }
            catch (HttpRequestException)
            {
                return 0;
            }
        }
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_the_older_file_and_nothing_else()
    {
        await PutAsync("a.txt", "old");
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(server.Address.Host, server.Address.Port, Cancel);
            var head = $"PUT {Proxy}/{Run}/a.txt HTTP/1.1\r\nHost: {server.Address.Authority}\r\nContent-Length: 10000000\r\n\r\n";
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head + new string('x', 2_000_000)), Cancel);
            await Until(() => server.Files(".assay-writing-staged").Length == 1);
            client.Client.LingerState = new LingerOption(true, 0);
        }

        await Until(() => server.Files(".assay-writing-staged").Length == 0);
        using var response = await GetAsync("a.txt");
        (await response.Content.ReadAsStringAsync(Cancel)).ShouldBe("old");
        (await ListAsync(Run)).ShouldBe(["a.txt"]);
    }

    [Fact]
    public async Task Writers_of_one_path_at_once_leave_one_whole_file()
    {
        var texts = Enumerable.Range(0, 8).Select(i => new string((char)('a' + i), 500_000 + i)).ToList();
        await Parallel.ForEachAsync(texts.Concat(texts), Cancel, async (text, _) => await PutAsync("same.txt", text));
        using var response = await GetAsync("same.txt");
        texts.ShouldContain(await response.Content.ReadAsStringAsync(Cancel));
        (await ListAsync(Run)).ShouldBe(["same.txt"]);
    }

    private static async Task Until(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Delay(10, Cancel);
        }
    }

    private static string Header(string answer, string name) =>
        answer.Split("\r\n").Single(line => line.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))[(name.Length + 2)..];

    private async Task PutAsync(string path, string text)
    {
        using var response = await server.Http.PutAsync($"{Proxy}/{Run}/{path}", new StringContent(text), Cancel);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync(Cancel)).ShouldBe("{}");
    }

    private async Task<HttpResponseMessage> GetAsync(string path, Action<HttpRequestMessage>? prepare = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Proxy}/{Run}/{path}");
        prepare?.Invoke(request);
        return await server.Http.SendAsync(request, Cancel);
    }

    private async Task<string[]> ListAsync(string path)
    {
        var (_, body) = await server.CallAsync("GET", $"{Proxy}?path={Uri.EscapeDataString(path)}");
        return [.. (body!["files"] as JsonArray ?? []).Select(file => (string)file!["path"]!)];
    }
}
