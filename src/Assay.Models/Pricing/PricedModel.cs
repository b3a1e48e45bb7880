namespace Assay.Models;

/// <summary>A model in a price table: which names are its own, and from which day on the price holds.</summary>
internal sealed record PricedModel(string Provider, string Name, DateOnly From, ModelPrice Price, IReadOnlyList<string> Patterns)
{
    /// <summary>How exactly a name is this model's: the length of what matched, equal names before all others; 0 when it is not.</summary>
    public int Match(string model) => Patterns.Max(pattern => Match(pattern[0], pattern.AsSpan(1), model));

    private static int Match(char kind, ReadOnlySpan<char> text, string model) => kind switch
    {
        '=' => model.AsSpan().Equals(text, StringComparison.OrdinalIgnoreCase) ? int.MaxValue : 0,
        '^' => model.AsSpan().StartsWith(text, StringComparison.OrdinalIgnoreCase) ? text.Length : 0,
        _ => model.AsSpan().Contains(text, StringComparison.OrdinalIgnoreCase) ? text.Length : 0,
    };
}
