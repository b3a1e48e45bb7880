namespace Assay.Server.Tests.Artifacts;

/// <summary>That no spelling of a path leads out of the artifacts, against both kinds of store.</summary>
public sealed class PathEscapeTests(S3Server s3) : IClassFixture<S3Server>
{
    private const string Proxy = "/api/2.0/mlflow-artifacts/artifacts";

    /// <summary>What follows the proxy's address on the wire.</summary>
    private static readonly string[] Spellings =
    [
        "../x", "../../x", "../../../../../../etc/passwd", "a/../../x", "a/../b", "./a", "a/./b", "a/..", "..", ".",
        "%2e%2e/x", "%2E%2E/x", ".%2e/x", "%2e./x", "%2e%2e%2fx", "%2e%2e%2F%2e%2e%2Fx", "..%2fx", "..%2Fx", "a%2f..%2f..%2fx", "%2e/a", "a/%2e%2e",
        "%252e%252e/x", "%252e%252e%252fx", "..%252fx", "%25252e%25252e/x", "a/%252e%252e/%252e%252e/x", "%2525252525252525252e",
        "..\\x", "..%5cx", "..%5Cx", "a%5c..%5cb", "%255c..%255cx", "\\etc\\passwd", "%5cetc", "a\\..\\..\\x",
        "/etc/passwd", "//etc/passwd", "%2fetc%2fpasswd", "%2Fetc/passwd", "%252fetc%252fpasswd", "a//b", "a%2f%2fb", "a/%2f",
        "C:/x", "c:%5cx", "C%3A/x", "C%3a%5cwindows", "%43:/x", "file:///etc/passwd", "a/c:/x",
        "a%0ab", "a%0d%0ab", "a%09b", "a%7fb", "a%1b[0m",
        "%c0%ae%c0%ae/x", "%c0%afetc", "%e0%80%ae/x", "%ff%fe", "%u002e%u002e/x", "%", "%2", "%zz", "a%g0",
        "%ed%a0%80", "nul", "NUL.txt", "a/con", "a/COM1.log", "x.", "x%20", "x%2e", "a./b",
        ".assay-writing-staged/x", ".assay-writing-staged", ".Assay-Writing-x", "a/.assay-writing-1", "%2eassay-writing-staged/x",
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_path_that_could_leave_its_root_is_refused_in_every_spelling(bool inBucket)
    {
        await using var server = await LoopbackServer.StartAsync(artifacts: inBucket ? s3.Open("escape") : null);
        var long1 = new string('n', 256);
        var long2 = string.Join('/', Enumerable.Repeat("folder", 200));
        var passed = new List<string>();
        foreach (var spelling in Spellings.Append(long1).Append(long2))
        {
            foreach (var (method, target) in Targets(spelling))
            {
                var (status, answer) = await RawHttp.SendAsync(server.Address, method, target, method is "PUT" or "POST" ? "{\"path\":\"f\",\"num_parts\":1}" : "");
                if (status != 400 || !answer.Contains("\"INVALID_PARAMETER_VALUE\"") || !answer.Contains("\"Invalid path"))
                {
                    passed.Add($"{method} {target[..Math.Min(120, target.Length)]}: {status} {answer[^Math.Min(200, answer.Length)..]}");
                }
            }
        }

        passed.ShouldBeEmpty();
        (await server.Store.Artifacts.ListAsync("mlflow-artifacts:/", cancellationToken: TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    /// <summary>NUL is refused by the web host itself, before there is a path.</summary>
    [Theory]
    [InlineData("a%00b")]
    [InlineData("%00")]
    [InlineData("../%00")]
    public async Task A_path_with_NUL_is_refused(string spelling)
    {
        await using var server = await LoopbackServer.StartAsync();
        foreach (var (method, target) in Targets(spelling))
        {
            (await RawHttp.SendAsync(server.Address, method, target)).Status.ShouldBe(400, target);
        }
    }

    [Theory]
    [InlineData("/api/2.0/mlflow-artifacts/../mlflow-artifacts/artifacts/a")]
    [InlineData("/api/2.0/x/../mlflow-artifacts/artifacts/a")]
    [InlineData("/%2e%2e/api/2.0/mlflow-artifacts/artifacts/a")]
    [InlineData("/health/..")]
    [InlineData("/x/%2e%2e/health")]
    public async Task A_path_that_the_host_would_resolve_is_refused(string target)
    {
        await using var server = await LoopbackServer.StartAsync();
        (await RawHttp.SendAsync(server.Address, "GET", target)).Status.ShouldBe(400);
    }

    private static IEnumerable<(string Method, string Target)> Targets(string spelling)
    {
        foreach (var method in (string[])["GET", "PUT", "DELETE"])
        {
            yield return (method, $"{Proxy}/{spelling}");
        }

        yield return ("POST", $"/api/2.0/mlflow-artifacts/mpu/create/{spelling}");
        yield return ("GET", $"/ajax-api/2.0/mlflow-artifacts/artifacts/{spelling}");

        // A query is decoded by the host: what it cannot decode stays as it is, and then may be a name.
        if (!spelling.Contains("%c0") && !spelling.Contains("%e") && !spelling.Contains("%ff") && !spelling.Contains("%u") && !spelling.Contains("%z")
            && !spelling.Contains("%g") && spelling is not ("%" or "%2"))
        {
            yield return ("GET", $"{Proxy}?path={spelling}");
        }
    }
}
