namespace Assay.Web.Settings;

/// <summary>
/// Users and their tokens: implemented where they are kept, and not there where none are. Refuses what cannot be with an
/// <see cref="AssayException"/> or a <see cref="BadInputException"/>. Who may call is decided by the pages.
/// </summary>
public interface IAccounts
{
    /// <summary>A page of the users, in the order of their names.</summary>
    Task<Page<Account>> ListAsync(string? pageToken, CancellationToken cancellationToken);

    /// <summary>Adds a user.</summary>
    Task AddAsync(string name, string password, AccountRole role, CancellationToken cancellationToken);

    /// <summary>Gives a user another role.</summary>
    Task SetRoleAsync(string name, AccountRole role, CancellationToken cancellationToken);

    /// <summary>Refuses a user from now on, or lets one in again.</summary>
    Task SetDisabledAsync(string name, bool disabled, CancellationToken cancellationToken);

    /// <summary>Gives a user another password, and ends the user's sessions.</summary>
    Task SetPasswordAsync(string name, string password, CancellationToken cancellationToken);

    /// <summary>The tokens of a user that are good now, sessions too.</summary>
    Task<IReadOnlyList<AccountToken>> TokensAsync(string user, CancellationToken cancellationToken);

    /// <summary>Makes a token; gives its text, which nobody can have again.</summary>
    Task<string> CreateTokenAsync(string user, string name, TimeSpan? lifetime, CancellationToken cancellationToken);

    /// <summary>Refuses a token of a user from now on.</summary>
    Task RevokeTokenAsync(string user, string id, CancellationToken cancellationToken);
}
