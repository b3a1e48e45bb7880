using Assay.Cli.Settings;

namespace Assay.Cli.Commands;

/// <summary>The settings of <c>assay serve</c>.</summary>
internal static class ServeSettings
{
    public static SettingDefinition Config { get; } =
        new("config", "FILE.yaml", "settings in a file: its keys are these options without dashes; options and variables go before", IsPath: true);

    /// <summary>All that a file may hold.</summary>
    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        new("host", "ADDRESS", "the address to listen on (default: 127.0.0.1)"),
        new("port", "NUMBER", "the port; 0 for any that is free (default: 5000)"),
        new("store", "PATH.db|postgres://…", "the database (default: assay.db in the user's data folder)", IsPath: true),
        new("artifacts", "DIR", "where artifacts are kept: a folder, or s3://BUCKET/PREFIX (default: a folder beside the database)", IsPath: true),
        new("allowed-hosts", "NAME", "another name by which clients may call the server; * for any", IsRepeatable: true),
        .. AccessSettings.OfServer,
        new("max-body", "MB", "the largest body of a request, artifacts apart (default: 32)"),
        new("max-artifact", "MB", "the largest artifact, or part of one (default: 102400)"),
        new("max-requests", "NUMBER", "how many requests are answered at once; more are told to wait (default: 1024)"),
        new("query-timeout", "SECONDS", "how long a query may take (default: 30)"),
        new("drain-timeout", "SECONDS", "how long stopping waits for what was accepted (default: 15)"),
        new("log-format", "console|json|none", "how the log is written, to standard error (default: console)"),
        new("log-level", "debug|info|warning|error", "what is logged; at debug every request (default: info)"),
    ];
}
