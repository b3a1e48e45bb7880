namespace Assay.Models;

/// <summary>The keys that this process knows, so that none of them gets into a message or a recording.</summary>
public sealed class Secrets
{
    // Shorter values ("none", "ollama") are no secrets, and would be found inside ordinary words.
    private const int Shortest = 8;
    private readonly string[] _values;

    /// <summary>Secrets with these values; what is null or too short to be a key is left out.</summary>
    public Secrets(IEnumerable<string?> values) =>
        _values = [.. values.OfType<string>().Where(value => value.Length >= Shortest).Distinct().OrderByDescending(value => value.Length)];

    /// <summary>No secrets.</summary>
    public static Secrets None { get; } = new([]);

    /// <summary>The text with three stars in place of each key.</summary>
    public string Scrub(string text) => _values.Aggregate(text, (scrubbed, value) => scrubbed.Replace(value, "***", StringComparison.Ordinal));
}
