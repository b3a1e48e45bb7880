namespace Assay.Models;

/// <summary>
/// Something that answers prompts: a service, a program, a recording. Decorators (retry, limits, cassette) are models too. Safe for
/// concurrent use.
/// </summary>
public interface IModel
{
    /// <summary>Its name as the user gave it, and as the run records it: <c>azure:gpt-35-turbo</c>.</summary>
    string Name { get; }

    /// <summary>
    /// Asks once. Throws <see cref="ModelException"/> when there is no answer; a refusal or a filtered answer is an <see cref="Answer"/>.
    /// </summary>
    Task<Answer> AskAsync(ModelRequest request, CancellationToken cancellationToken);
}
