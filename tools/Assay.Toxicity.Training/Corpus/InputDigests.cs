using System.Security.Cryptography;

namespace Assay.Toxicity.Training.Corpus;

/// <summary>The data folder: opens files in it and remembers the SHA-256 digest of each one opened.</summary>
internal sealed class InputDigests(string root)
{
    private readonly SortedDictionary<string, string> digests = new(StringComparer.Ordinal);

    public IReadOnlyList<KeyValuePair<string, string>> All => [.. digests];

    public bool Has(string name) => File.Exists(Path.Combine(root, name));

    /// <summary>The text of a file, with its digest noted.</summary>
    public string ReadText(string name)
    {
        var path = Path.Combine(root, name);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"{path} is missing; --data names the folder that holds {name}.");
        }

        var bytes = File.ReadAllBytes(path);
        digests[name] = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return System.Text.Encoding.UTF8.GetString(bytes);
    }

    public void Note(string name, ReadOnlySpan<byte> content) => digests[name] = Convert.ToHexStringLower(SHA256.HashData(content));
}
