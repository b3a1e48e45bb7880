using System.Diagnostics;
using System.Text.RegularExpressions;
using Assay.Storage.S3;
using Assay.Tests;

namespace Assay.Server.Tests.Artifacts;

/// <summary>
/// A server that speaks S3, on a free port of the loopback, with a bucket: s3rver, which <c>./test</c> installs; <c>ASSAY_S3RVER</c> names its
/// program elsewhere.
/// </summary>
public sealed partial class S3Server : IAsyncLifetime
{
    public const string Bucket = "assay-tests";
    private const string Key = "S3RVER";
    private readonly TemporaryFolder _folder = new();
    private Process? _process;

    public Uri Address { get; private set; } = null!;

    /// <summary>Settings of the environment, as a user would make them.</summary>
    public string? Setting(string name) => name switch
    {
        "MLFLOW_S3_ENDPOINT_URL" => Address.AbsoluteUri,
        "AWS_ACCESS_KEY_ID" or "AWS_SECRET_ACCESS_KEY" => Key,
        _ => null,
    };

    public S3ArtifactStore Open(string prefix) => new(new S3Address(Bucket, prefix + "/"), Setting);

    /// <summary>A store with another key of access.</summary>
    public S3ArtifactStore OpenWith(string key) =>
        new(new S3Address(Bucket, ""), name => name == "AWS_ACCESS_KEY_ID" ? key : Setting(name));

    public async ValueTask InitializeAsync()
    {
        var program = Repository.Tool("ASSAY_S3RVER", "s3rver/bin/s3rver.js");
        _process = Process.Start(new ProcessStartInfo(
            "node", ["--openssl-legacy-provider", program, "-d", _folder.Path, "-a", "127.0.0.1", "-p", "0", "-s", "--no-vhost-buckets", "--configure-bucket", Bucket])
        {
            RedirectStandardOutput = true,
        })!;
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is { Success: true } match)
            {
                Address = new Uri($"http://127.0.0.1:{match.Groups[1].Value}");
                return;
            }
        }

        throw new InvalidOperationException("s3rver ended before it listened.");
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        _folder.Dispose();
    }

    [GeneratedRegex(@"listening on \S+:(\d+)")]
    private static partial Regex Listening();
}
