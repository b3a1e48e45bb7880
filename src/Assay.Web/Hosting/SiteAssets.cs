using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Assay.Web.Hosting;

/// <summary>
/// Style sheet, scripts and icon, out of the program itself. Their address holds the digest of all of them, so that a browser keeps them for good
/// and a new program has new ones; scripts find each other beside themselves.
/// </summary>
internal static class SiteAssets
{
    /// <summary>Below which they all are.</summary>
    public const string Root = "/assets";

    private const string Prefix = "assets/";

    // In this order: what comes later may refine what came before.
    private static readonly string[] StyleFiles = ["tokens.css", "site-tokens.css", "base.css", "frame.css", "parts.css", "tables.css"];

    private static readonly FrozenDictionary<string, Asset> Files = Read();

    /// <summary>The folder in addresses: <c>/assets/1f0c…</c>.</summary>
    public static string Folder { get; } = $"{Root}/{Digest()}";

    /// <summary>Answers with a file; another digest than today's finds the same file, as a page of a moment ago may ask for it.</summary>
    public static async Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        if (context.Request.RouteValues["file"] is not string name || !Files.TryGetValue(name, out var asset))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            response.ContentLength = 0;
            return;
        }

        var isCurrent = context.Request.Path.StartsWithSegments(Folder);
        response.ContentType = asset.ContentType;
        response.Headers.CacheControl = isCurrent ? "public, max-age=31536000, immutable" : "no-cache";
        response.Headers.Vary = "Accept-Encoding";
        var packed = context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
        var body = packed ? asset.Packed.Value : asset.Plain;
        if (packed)
        {
            response.Headers.ContentEncoding = "br";
        }

        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
        }
    }

    private static FrozenDictionary<string, Asset> Read()
    {
        var assembly = typeof(SiteAssets).Assembly;
        var all = assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .ToDictionary(name => name[Prefix.Length..], name => Bytes(assembly.GetManifestResourceStream(name)!), StringComparer.Ordinal);
        var features = all.Keys.Where(name => name.EndsWith(".css", StringComparison.Ordinal) && !StyleFiles.Contains(name));
        var files = all.Where(file => !file.Key.EndsWith(".css", StringComparison.Ordinal))
            .ToDictionary(file => file.Key, file => new Asset(file.Key, file.Value), StringComparer.Ordinal);
        files["site.css"] = new Asset("site.css", [.. StyleFiles.Concat(features).SelectMany(name => all[name].Append((byte)'\n'))]);
        return files.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string Digest()
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            all.AppendData(file.Value.Plain);
        }

        return Convert.ToHexStringLower(all.GetHashAndReset().AsSpan(0, 8));
    }

    private static byte[] Bytes(Stream stream)
    {
        using (stream)
        {
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
    }

    private sealed class Asset
    {
        public Asset(string name, byte[] plain)
        {
            Plain = plain;
            ContentType = Path.GetExtension(name) switch
            {
                ".css" => "text/css; charset=utf-8",
                ".js" => "text/javascript; charset=utf-8",
                ".svg" => "image/svg+xml",
                _ => "application/octet-stream",
            };
            Packed = new Lazy<byte[]>(() => Pack(plain));
        }

        public byte[] Plain { get; }

        public Lazy<byte[]> Packed { get; }

        public string ContentType { get; }

        private static byte[] Pack(byte[] plain)
        {
            var packed = new MemoryStream();
            using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal))
            {
                brotli.Write(plain);
            }

            return packed.ToArray();
        }
    }
}
