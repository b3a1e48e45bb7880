using System.Net;
using Assay.Cli.Settings;
using Assay.Server;

namespace Assay.Cli.Commands;

/// <summary>What <c>assay serve</c> is to do: its settings, checked. An error names the setting, wherever it was given.</summary>
internal sealed record ServePlan(ServerOptions Server, SettingValue? Store, SettingValue? Artifacts, TimeSpan QueryTimeout)
{
    private const int LargestBody = 1024;
    private const int Day = 24 * 60 * 60;

    public static ServePlan From(SettingBag settings)
    {
        var defaults = new ServerOptions();
        var options = defaults with
        {
            Host = Host(settings.Last("host")) ?? defaults.Host,
            Port = settings.Integer("port", 0, IPEndPoint.MaxPort) ?? defaults.Port,
            AllowedHosts = [.. settings.All("allowed-hosts").Select(value => value.Text)],
            Access = AccessSettings.Read(settings),
            MaxBodyBytes = Megabytes(settings, "max-body", LargestBody) ?? defaults.MaxBodyBytes,
            MaxArtifactBytes = Megabytes(settings, "max-artifact", int.MaxValue) ?? defaults.MaxArtifactBytes,
            MaxRequests = settings.Integer("max-requests", 1) ?? defaults.MaxRequests,
            DrainTime = Seconds(settings, "drain-timeout") ?? defaults.DrainTime,
            LogFormat = Choice(settings.Last("log-format"), LogFormat.Console),
            LogLevel = Choice(settings.Last("log-level"), defaults.LogLevel),
        };
        return new(options, settings.Last("store"), settings.Last("artifacts"), Seconds(settings, "query-timeout") ?? TimeSpan.FromSeconds(30));
    }

    private static string? Host(SettingValue? given) => given switch
    {
        null => null,
        { Text: "*" } => "0.0.0.0",
        { Text: var text } value => text.Length > 0 && !text.Contains('/', StringComparison.Ordinal) && !text.Any(char.IsWhiteSpace)
            ? text.Trim('[', ']')
            : throw new BadInputException($"{value.Origin}: '{text}' is no address; give one without scheme and port, such as 127.0.0.1"),
    };

    private static long? Megabytes(SettingBag settings, string name, int most) => settings.Integer(name, 1, most) * 1024L * 1024;

    private static TimeSpan? Seconds(SettingBag settings, string name) =>
        settings.Number(name, 0.001, Day) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    private static T Choice<T>(SettingValue? given, T otherwise)
        where T : struct, Enum
    {
        if (given is not { } value)
        {
            return otherwise;
        }

        return Enum.TryParse<T>(value.Text, ignoreCase: true, out var choice) && !char.IsAsciiDigit(value.Text[0])
            ? choice
            : throw new BadInputException(
                $"{value.Origin}: '{value.Text}' is not known; there are {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}");
    }
}
