namespace Assay.Artifacts;

/// <summary>A range of a file's bytes, as HTTP names it (RFC 9110, 14.1.2).</summary>
/// <param name="First">The place of the first byte, from 0; null for the last <paramref name="Last"/> bytes of the file.</param>
/// <param name="Last">The place of the last byte, itself included; null for all that follow the first.</param>
public readonly record struct ArtifactRange(long? First, long? Last)
{
    /// <summary>Where the range lies in a file of that size; of length 0 when the file does not reach it.</summary>
    public (long Offset, long Length) Within(long size)
    {
        if (First is not { } first)
        {
            var tail = Math.Min(Last ?? 0, size);
            return (size - tail, tail);
        }

        return (first, Math.Max(0, Math.Min(Last ?? long.MaxValue, size - 1) - first + 1));
    }
}
