using System.Net;
using Assay.Cli.Settings;
using Assay.Server.Access;
using Assay.Storage.Access;

namespace Assay.Cli.Commands;

/// <summary>Settings of who may use a server: those of <c>assay serve</c>, and those of the commands that govern users and tokens.</summary>
internal static class AccessSettings
{
    private const string Auth = "auth";
    private const string NoAuth = "no-auth";
    private const string TrustedProxies = "trusted-proxies";

    /// <summary>For <c>assay serve</c>.</summary>
    public static IReadOnlyList<SettingDefinition> OfServer { get; } =
    [
        new(Auth, "auto|on|off", "whether callers must sign in; auto: once the store has a user, and always where other machines can reach the address (default: auto)"),
        new(NoAuth, null, "the same as --auth off: let anybody in, though other machines may reach the address"),
        new(TrustedProxies, "ADDRESS", "a reverse proxy whose X-Forwarded-For and X-Forwarded-Proto are believed", IsRepeatable: true),
    ];

    public static SettingDefinition Store { get; } =
        new("store", "PATH.db|postgres://…", "the server's database (default: $ASSAY_STORE, else assay.db in the user's data folder)", IsPath: true);

    public static SettingDefinition Role { get; } =
        new("role", "reader|editor|admin", "what the user may do: look, write too, govern too (default: admin for the first user, then editor)");

    /// <summary>How a password is given.</summary>
    public static IReadOnlyList<SettingDefinition> Password { get; } =
    [
        new("password-stdin", null, "read the password from the first line of standard input instead of asking for it"),
        new("generate", null, "make a password and show it once"),
    ];

    public static AccessOptions Read(SettingBag settings)
    {
        var given = settings.Last(Auth);
        var mode = given?.Text switch
        {
            null => AuthenticationMode.Auto,
            "auto" => AuthenticationMode.Auto,
            "on" => AuthenticationMode.On,
            "off" => AuthenticationMode.Off,
            var other => throw new BadInputException($"{given!.Value.Origin}: '{other}' is not known; there are auto, on and off"),
        };
        if (settings.Switch(NoAuth))
        {
            mode = mode == AuthenticationMode.On
                ? throw new BadInputException($"{settings.Last(NoAuth)!.Value.Origin}: {given!.Value.Origin} says the contrary; give one of them")
                : AuthenticationMode.Off;
        }

        return new() { Authentication = mode, TrustedProxies = [.. settings.All(TrustedProxies).Select(ReadAddress)] };
    }

    public static Role ReadRole(SettingValue given) => given.Text switch
    {
        "reader" => Assay.Storage.Access.Role.Reader,
        "editor" => Assay.Storage.Access.Role.Editor,
        "admin" => Assay.Storage.Access.Role.Admin,
        var other => throw new BadInputException($"{given.Origin}: no role '{other}'; there are reader, editor and admin"),
    };

    private static IPAddress ReadAddress(SettingValue given) => IPAddress.TryParse(given.Text, out var address)
        ? address
        : throw new BadInputException($"{given.Origin}: '{given.Text}' is no address; give the proxy's own, such as 10.0.0.2");
}
