namespace Assay.Import;

/// <summary>Remembers which parts of one run or model were left out: with any, it does not count as whole.</summary>
/// <param name="ledger">Where they are named.</param>
/// <param name="owner">What they are parts of: <c>run ID of experiment NAME</c>.</param>
public sealed class PartLog(ImportLedger ledger, string owner)
{
    private int _count;

    /// <summary>For a second look at what has been, or will be, named by another.</summary>
    internal static PartLog Unheard => new(new ImportLedger(TimeProvider.System), "");

    /// <summary>Whether nothing was left out.</summary>
    public bool IsWhole => _count == 0;

    internal void LeaveOut(string part, string reason)
    {
        Interlocked.Increment(ref _count);
        ledger.LeftOut($"{owner}, {part}", reason);
    }
}
