using System.Globalization;
using Npgsql;

namespace Assay.Storage.Postgres;

/// <summary>Where a database is and who asks: read from a URL as PostgreSQL's own programs read it.</summary>
internal sealed class PostgresAddress
{
    private const string DefaultSchema = "assay";
    private const int DefaultPort = 5432;
    private const int MostPrepared = 200;
    private readonly NpgsqlConnectionStringBuilder _settings;

    private PostgresAddress(NpgsqlConnectionStringBuilder settings, string schema)
    {
        _settings = settings;
        Schema = schema;
        var host = settings.Host!.Contains(':', StringComparison.Ordinal) ? $"[{settings.Host}]" : settings.Host;
        Location = settings.Host.StartsWith('/')
            ? $"postgresql:///{settings.Database}?host={settings.Host}{(schema == DefaultSchema ? "" : $"&schema={schema}")}"
            : string.Create(CultureInfo.InvariantCulture, $"postgresql://{host}:{settings.Port}/{settings.Database}{(schema == DefaultSchema ? "" : $"?schema={schema}")}");
    }

    /// <summary>The schema that the tables lie in.</summary>
    public string Schema { get; }

    public string QuotedSchema => $"\"{Schema.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>The database as people may see it: without name and password.</summary>
    public string Location { get; }

    public static bool IsAddress(string text) => AfterScheme(text) is not null;

    /// <summary>Reads <c>postgresql://user:password@host:port/database?sslmode=…</c>. Messages never repeat the URL: it may hold a password.</summary>
    public static PostgresAddress Parse(string url)
    {
        var rest = AfterScheme(url) ?? throw Bad("must begin with postgresql:// or postgres://");
        var (beforeQuery, query) = Cut(rest, '?');
        var (authority, path) = Cut(beforeQuery, '/');
        if (path.Contains('@', StringComparison.Ordinal) || query.Contains('@', StringComparison.Ordinal))
        {
            throw Bad("has an '@' behind the host: in a password, '/' is written %2F, '?' %3F and '@' %40");
        }

        var at = authority.LastIndexOf('@');
        var (user, password) = Cut(at < 0 ? "" : authority[..at], ':');
        var (host, port) = HostAndPort(authority[(at + 1)..]);
        var settings = new NpgsqlConnectionStringBuilder { Host = "localhost", Port = DefaultPort };
        var parameters = new PostgresParameters(settings);
        parameters.Set("host", host);
        parameters.Set("port", port);
        parameters.Set("user", Uri.UnescapeDataString(user));
        parameters.Set("password", Uri.UnescapeDataString(password));
        parameters.Set("dbname", Uri.UnescapeDataString(path));
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = Cut(pair, '=');
            parameters.Set(Uri.UnescapeDataString(name), Uri.UnescapeDataString(value));
        }

        settings.Database ??= settings.Username ?? throw Bad("names no database: postgresql://user:password@host:port/DATABASE");
        return new PostgresAddress(settings, parameters.Schema ?? DefaultSchema);
    }

    public static BadInputException Bad(string fault) => new($"The PostgreSQL URL {fault}.");

    /// <summary>The database's connections, opened as they are needed.</summary>
    public NpgsqlDataSource Connect(PostgresStoreOptions options)
    {
        var settings = new NpgsqlConnectionStringBuilder(_settings.ConnectionString)
        {
            SearchPath = QuotedSchema,
            Pooling = true,
            MaxPoolSize = options.MaxConnections,
            Timeout = Seconds(options.ConnectTimeout),
            // The server ends a statement by itself, and knows why: here only a server that does not answer at all is waited out.
            CommandTimeout = Seconds(options.StatementTimeout + options.LockTimeout) + 5,
            Options = string.Create(
                CultureInfo.InvariantCulture,
                $"{_settings.Options} -c statement_timeout={options.StatementTimeout.TotalMilliseconds:F0} -c lock_timeout={options.LockTimeout.TotalMilliseconds:F0}").Trim(),
            MaxAutoPrepare = MostPrepared,
            NoResetOnClose = true, // sessions leave nothing behind but what is prepared
            KeepAlive = 30,
        };
        settings.ApplicationName ??= "assay";
        var builder = new NpgsqlSlimDataSourceBuilder(settings.ConnectionString);
        builder.EnableArrays();
        builder.EnableExtraConversions(); // small integers read as large ones
        builder.EnableTransportSecurity();
        return builder.Build();
    }

    private static int Seconds(TimeSpan time) => (int)Math.Ceiling(time.TotalSeconds);

    private static string? AfterScheme(string text) =>
        text.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase) ? text["postgresql://".Length..]
        : text.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase) ? text["postgres://".Length..]
        : null;

    private static (string Host, string Port) HostAndPort(string text)
    {
        if (text.Contains(',', StringComparison.Ordinal))
        {
            throw Bad("names several hosts: name the one that writes");
        }

        if (text.StartsWith('[') && text.IndexOf(']', StringComparison.Ordinal) is > 0 and var end)
        {
            return (text[1..end], text[(end + 1)..].TrimStart(':'));
        }

        var (host, port) = Cut(text, ':');
        return (Uri.UnescapeDataString(host), port);
    }

    private static (string Before, string After) Cut(string text, char separator)
    {
        var place = text.IndexOf(separator, StringComparison.Ordinal);
        return place < 0 ? (text, "") : (text[..place], text[(place + 1)..]);
    }
}
