namespace Assay.Storage.Tracking;

/// <summary>What an id must be that a run is to keep: it becomes a part of paths and of URIs.</summary>
internal static class RunIdRules
{
    private const int Length = 32;

    public static void Check(string runId)
    {
        if (runId.Length != Length || !runId.All(char.IsAsciiHexDigit))
        {
            throw new AssayException(ErrorCode.InvalidParameterValue, $"Invalid run id: '{runId}'. It must be {Length} hexadecimal digits");
        }
    }
}
