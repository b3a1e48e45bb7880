namespace Assay.Storage.Access;

/// <summary>A token that is good, and the user in whose name it is used.</summary>
/// <param name="User">The user, who is not disabled.</param>
/// <param name="Token">The token, neither expired nor revoked.</param>
public sealed record TokenHolder(User User, ApiToken Token);
