using System.CommandLine;

namespace Assay.Cli.Commands.Tokens;

/// <summary><c>assay tokens</c>: keys that programs use in a user's name.</summary>
internal static class TokensCommand
{
    public static Command Create() => new("tokens", "Govern the API tokens by which programs use a server: create, list, revoke.")
    {
        TokensCreateCommand.Create(),
        TokensListCommand.Create(),
        TokensRevokeCommand.Create(),
    };
}
