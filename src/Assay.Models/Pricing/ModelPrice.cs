namespace Assay.Models;

/// <summary>What a model's tokens cost, in US dollars a million tokens.</summary>
/// <param name="Input">Tokens of the prompt.</param>
/// <param name="Output">Tokens of the answer, reasoning included.</param>
/// <param name="CachedInput">The part of the prompt that the service had cached; null when it costs what other input costs.</param>
public sealed record ModelPrice(double Input, double Output, double? CachedInput = null)
{
    /// <summary>A model that runs on this machine.</summary>
    public static ModelPrice Free { get; } = new(0, 0);

    /// <summary>Prompts of more tokens than this cost <see cref="LongPrompts"/> instead; null when all cost the same.</summary>
    public long? LongFrom { get; init; }

    /// <summary>The price of a call with a longer prompt, the whole of it.</summary>
    public ModelPrice? LongPrompts { get; init; }

    /// <summary>What a call cost, in US dollars; null when the service did not count its tokens.</summary>
    public double? Of(TokenUsage? usage)
    {
        if (usage?.Total is null)
        {
            return this == Free ? 0 : null;
        }

        var input = usage.Input ?? 0;
        if (LongPrompts is { } price && input > LongFrom)
        {
            return price.Of(usage);
        }

        var cached = Math.Min(usage.Cached ?? 0, input);
        return (((input - cached) * Input) + (cached * (CachedInput ?? Input)) + ((usage.Output ?? 0) * Output)) / 1e6;
    }
}
