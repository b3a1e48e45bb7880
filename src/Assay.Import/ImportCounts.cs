namespace Assay.Import;

/// <summary>What became of the things of one kind.</summary>
/// <param name="Copied">Were not there, and are now.</param>
/// <param name="Updated">Were there from an earlier import, in part or as they had been, and are brought up to date.</param>
/// <param name="AlreadyThere">Were there, whole.</param>
/// <param name="Skipped">Cannot be read at the source.</param>
/// <param name="Failed">Could be read, and could not be written.</param>
public readonly record struct ImportCounts(int Copied, int Updated, int AlreadyThere, int Skipped, int Failed)
{
    /// <summary>How many were looked at.</summary>
    public int Total => Copied + Updated + AlreadyThere + Skipped + Failed;
}
