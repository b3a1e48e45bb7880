namespace Assay.Web.SignIn;

/// <summary>What came of an attempt to sign in.</summary>
/// <param name="IsSignedIn">Whether it succeeded.</param>
/// <param name="WaitSeconds">When the attempt was not looked at, as too many had failed before: how long to wait; else 0.</param>
public readonly record struct SignInOutcome(bool IsSignedIn, int WaitSeconds = 0);
