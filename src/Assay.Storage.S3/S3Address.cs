using System.Text.RegularExpressions;

namespace Assay.Storage.S3;

/// <summary>A place in a bucket.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Prefix">What every key begins with: empty, or ending with a slash.</param>
internal sealed partial record S3Address(string Bucket, string Prefix)
{
    /// <summary>Reads <c>BUCKET/PREFIX</c>; null when there is no such bucket name.</summary>
    public static S3Address? Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var bucket = slash < 0 ? text : text[..slash];
        var prefix = slash < 0 ? "" : text[slash..].Trim('/');
        return BucketName.IsMatch(bucket) ? new(bucket, prefix.Length == 0 ? "" : prefix + "/") : null;
    }

    /// <summary>The key of a file, or of a folder without the slash at its end.</summary>
    public string Key(string[] parts) => Prefix + string.Join('/', parts);

    /// <summary>What the keys in a folder begin with.</summary>
    public string Folder(string[] parts) => parts.Length == 0 ? Prefix : Key(parts) + "/";

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{1,254}$")]
    private static partial Regex BucketName { get; }
}
