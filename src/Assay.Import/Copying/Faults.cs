namespace Assay.Import.Copying;

/// <summary>Which faults concern one thing only, and which end the import: a store or server that is away is away for the next run too.</summary>
internal static class Faults
{
    public static bool IsOfOneThing(Exception fault) => fault switch
    {
        AssayException refused => refused.Code is not ErrorCode.Unauthenticated && !IsUnavailable(fault),
        DamagedException or IOException or UnauthorizedAccessException => true,
        _ => false,
    };

    public static bool IsUnavailable(Exception fault) =>
        fault is AssayException { Code: ErrorCode.TemporarilyUnavailable or ErrorCode.RequestLimitExceeded };
}
