namespace Assay.Storage.S3;

/// <summary>
/// How large the parts of an upload of unknown length are. S3 takes 10,000 parts: the size doubles every 1,000, so that the memory a file of
/// up to 8 GB takes stays small, and none is too large for S3.
/// </summary>
internal static class S3PartSize
{
    private const int Smallest = 8 * 1024 * 1024;
    private const int PartsOfOneSize = 1_000;

    /// <summary>Bytes of a part, by its number from 1.</summary>
    public static int Of(int number) => Smallest << Math.Min((number - 1) / PartsOfOneSize, 7);
}
