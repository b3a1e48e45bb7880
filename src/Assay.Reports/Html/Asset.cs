using System.Security.Cryptography;
using System.Text;

namespace Assay.Reports.Html;

/// <summary>A style sheet or script that goes into the page, and the digest by which the page's policy knows it.</summary>
internal sealed class Asset
{
    private Asset(params string[] files)
    {
        Text = "\n" + string.Concat(files.Select(Read));
        Digest = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
    }

    public static Asset Style { get; } = new("tokens.css", "report.css", "rows.css");

    public static Asset Script { get; } = new("report.js");

    public string Text { get; }

    public string Digest { get; }

    private static string Read(string file)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The resource {file} is missing from this build.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
