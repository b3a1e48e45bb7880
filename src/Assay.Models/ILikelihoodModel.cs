namespace Assay.Models;

/// <summary>A model that can say how probable a given text is: for perplexity. Safe for concurrent use.</summary>
public interface ILikelihoodModel
{
    /// <summary>Its name as the user gave it.</summary>
    string Name { get; }

    /// <summary>The longest text that it reads at once, in tokens of its own.</summary>
    int ContextTokens { get; }

    /// <summary>
    /// The tokens of a text, each with its log probability given those before it. Throws <see cref="ModelException"/> when it cannot be had
    /// (a service that does not offer it). A text longer than <see cref="ContextTokens"/> is read in windows, and each token judged once.
    /// </summary>
    /// <param name="text">The text; of the empty one there are no tokens.</param>
    /// <param name="stride">How many tokens a window begins after the last, from 1 to <see cref="ContextTokens"/>; null for half of that.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<TokenProbability>> LikelihoodAsync(string text, int? stride, CancellationToken cancellationToken);
}
