using System.Text;
using Assay.Filters;
using Assay.Scoring;

namespace Assay.Tests.Filters;

/// <summary>Runs a filter over bytes in memory.</summary>
internal static class FilterRun
{
    public static async Task<string> OutputAsync(byte[] input, ScoreFilterOptions? options, IReadOnlyList<IScorer> scorers)
    {
        using var output = new MemoryStream();
        await ScoreFilter.RunAsync(new MemoryStream(input), output, scorers, options, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    /// <summary>What was written before the error, and the error.</summary>
    public static async Task<(string Output, string Error)> FailureAsync(byte[] input, ScoreFilterOptions? options = null)
    {
        using var output = new MemoryStream();
        var error = await Should.ThrowAsync<BadInputException>(
            () => ScoreFilter.RunAsync(new MemoryStream(input), output, [new TextLength()], options, TestContext.Current.CancellationToken));
        return (Encoding.UTF8.GetString(output.ToArray()), error.Message);
    }
}
