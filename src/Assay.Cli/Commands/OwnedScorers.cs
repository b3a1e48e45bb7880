using Assay.Scoring;

namespace Assay.Cli.Commands;

/// <summary>Ends what scorers hold, such as a program that they run, when a command is over.</summary>
internal sealed class OwnedScorers(IReadOnlyList<IScorer> scorers) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        foreach (var scorer in scorers)
        {
            if (scorer is IAsyncDisposable owner)
            {
                await owner.DisposeAsync().ConfigureAwait(false);
            }
        }
    }
}
