using FsCheck;

namespace Assay.Tests.Golden;

/// <summary>Runs a property on a hundred random cases; prints nothing unless it fails, and then throws with the least case.</summary>
internal static class PropertyCheck
{
    public static void ShouldHold(this Property property) =>
        Check.One(Config.QuickThrowOnFailure.WithQuietOnSuccess(true), property);
}
