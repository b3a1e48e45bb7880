using Assay.Tracking;

namespace Assay.Server.Runs;

/// <summary>
/// A run whose creator gave its id. A creator that lost the answer sends the request again and is given the run that it made: the id is what makes
/// two requests one. MLflow's clients give none.
/// </summary>
internal static class GivenRun
{
    private const int Digits = 32;

    /// <summary>The run of that id in that experiment; null when it is yet to be made.</summary>
    public static async Task<Run?> FindAsync(ITrackingStore store, string runId, string experimentId, CancellationToken cancellationToken)
    {
        if (runId.Length != Digits || runId.Any(digit => !char.IsAsciiHexDigitLower(digit)))
        {
            throw new AssayException(
                ErrorCode.InvalidParameterValue, $"Invalid value \"{runId}\" for parameter 'run_id' supplied: It must be 32 hexadecimal digits in small letters");
        }

        try
        {
            var run = await store.GetRunAsync(runId, cancellationToken).ConfigureAwait(false);
            return run.ExperimentId == experimentId
                ? run
                : throw new AssayException(ErrorCode.ResourceAlreadyExists, $"Run with id={runId} already exists in another experiment");
        }
        catch (AssayException missing) when (missing.Code == ErrorCode.ResourceDoesNotExist)
        {
            return null;
        }
    }
}
