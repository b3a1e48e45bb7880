using System.Net;
using System.Text.Json.Nodes;
using Assay.Tests;

namespace Assay.Server.Tests.Artifacts;

/// <summary>Uploads in parts as MLflow's client makes them: the parts go to the addresses it was told, without credentials.</summary>
public sealed class UploadRoutesTests(S3Server s3) : IClassFixture<S3Server>
{
    private const string Root = "/api/2.0/mlflow-artifacts";
    private const int PartSize = 5 * 1024 * 1024;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_in_parts_is_there_once_it_is_completed(bool inBucket)
    {
        await using var server = await LoopbackServer.StartAsync(storeOptions: new() { Artifacts = inBucket ? s3.Open("uploads") : null });
        var (status, created) = await server.CallAsync("POST", $"{Root}/mpu/create/1/abc/artifacts/some%20dir", new { path = "/home/me/big 1%.bin", num_parts = 3 });
        status.ShouldBe(200);
        var parts = await Task.WhenAll(created!["credentials"]!.AsArray().Select(async credential =>
        {
            var number = (int)credential!["part_number"]!;
            var url = new Uri((string)credential["url"]!, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
            url.IsAbsoluteUri.ShouldBeTrue();
            (inBucket ? url.Port == s3.Address.Port : url.Authority == server.Address.Authority).ShouldBeTrue();
            credential["headers"]!.AsObject().ShouldBeEmpty();
            using var client = new HttpClient();
            var content = new MemoryStream();
            await new GeneratedStream(number == 3 ? 17 : PartSize) { From = (number - 1L) * PartSize }.CopyToAsync(content, Cancel);
            using var response = await client.PutAsync(url, new ByteArrayContent(content.ToArray()), Cancel);
            response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync(Cancel));
            return new { part_number = number, etag = response.Headers.ETag!.Tag, url = url.AbsoluteUri };
        }));
        (await server.CallAsync("GET", $"{Root}/artifacts?path=1/abc/artifacts/some%20dir")).Body!.ToJsonString().ShouldBe("{}");

        (status, var done) = await server.CallAsync(
            "POST", $"{Root}/mpu/complete/1/abc/artifacts/some%20dir", new { path = "/home/me/big 1%.bin", upload_id = (string)created["upload_id"]!, parts });

        (status, done!.ToJsonString()).ShouldBe((200, "{}"));
        await using var whole = await server.Http.GetStreamAsync(Root + "/artifacts/1/abc/artifacts/some%20dir/big%201%25.bin", Cancel);
        (await GeneratedStream.MatchAsync(whole, 0, Cancel)).ShouldBe(2L * PartSize + 17);
    }

    [Fact]
    public async Task An_aborted_upload_leaves_nothing()
    {
        await using var server = await LoopbackServer.StartAsync();
        var created = await CreateAsync(server, @"C:\Users\me\big.bin");
        var url = (string)created["credentials"]![0]!["url"]!;
        url.ShouldContain("/1/abc/artifacts/big.bin?");
        (await server.Http.PutAsync(url, new ByteArrayContent([1, 2]), Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        server.Files(".assay-writing-staged").Length.ShouldBe(1);

        var message = new { path = "big.bin", upload_id = (string)created["upload_id"]! };
        (await server.CallAsync("POST", $"{Root}/mpu/abort/1/abc/artifacts", message)).Status.ShouldBe(200);

        server.Files(".assay-writing-staged").ShouldBeEmpty();
        (await server.Http.PutAsync(url, new ByteArrayContent([1, 2]), Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await server.CallAsync("POST", $"{Root}/mpu/abort/1/abc/artifacts", message)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_part_goes_only_where_its_address_says()
    {
        await using var server = await LoopbackServer.StartAsync();
        var url = (string)(await CreateAsync(server, "big.bin"))["credentials"]![0]!["url"]!;
        foreach (var (other, status) in ((string, int)[])[
            (url.Replace("big.bin", "other.bin"), 404), (url.Replace("part_number=1", "part_number=0"), 400), (url.Replace("part_number=1", "part_number=x"), 400),
            (url.Replace("upload_id=", "upload_id=0"), 404), (url[..url.IndexOf('?')], 404)])
        {
            using var response = await server.Http.PutAsync(other, new ByteArrayContent([1]), Cancel);
            ((int)response.StatusCode).ShouldBe(status, other);
        }
    }

    [Fact]
    public async Task Where_parts_go_to_S3_the_server_takes_none()
    {
        await using var server = await LoopbackServer.StartAsync(storeOptions: new() { Artifacts = s3.Open("no-parts") });
        var created = await CreateAsync(server, "big.bin");

        using var response = await server.Http.PutAsync(
            $"{Root}/mpu/part/1/abc/artifacts/big.bin?part_number=1&upload_id={(string)created["upload_id"]!}", new ByteArrayContent([1]), Cancel);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync(Cancel)).ShouldContain("not written here");
    }

    [Fact]
    public async Task An_upload_that_asks_for_nonsense_is_refused()
    {
        await using var server = await LoopbackServer.StartAsync();
        var id = (string)(await CreateAsync(server, "big.bin"))["upload_id"]!;
        foreach (var (route, message) in ((string, object)[])[
            ("create", new { path = "x", num_parts = 0 }), ("create", new { path = "x", num_parts = 10_001 }), ("create", new { num_parts = 1 }),
            ("create", new { path = "..", num_parts = 1 }), ("create", new { path = "x" }),
            ("complete", new { path = "big.bin", upload_id = id, parts = Array.Empty<object>() }),
            ("complete", new { path = "big.bin", upload_id = id, parts = new[] { new { part_number = 1, etag = new string('0', 64) } } }),
            ("complete", new { path = "big.bin", upload_id = id, parts = new[] { new { part_number = 1, etag = "../../target" } } }),
            ("complete", new { path = "big.bin" })])
        {
            var (status, body) = await server.CallAsync("POST", $"{Root}/mpu/{route}/1/abc/artifacts", message);
            ((string)body!["error_code"]!).ShouldBe("INVALID_PARAMETER_VALUE");
            status.ShouldBe(400);
        }
    }

    private static async Task<JsonNode> CreateAsync(LoopbackServer server, string path) =>
        (await server.CallAsync("POST", $"{Root}/mpu/create/1/abc/artifacts", new { path, num_parts = 1 })).Body!;
}
