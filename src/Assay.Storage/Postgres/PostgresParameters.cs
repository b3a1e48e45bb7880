using System.Globalization;
using Npgsql;

namespace Assay.Storage.Postgres;

/// <summary>The parameters of a PostgreSQL URL, by the names that PostgreSQL's own programs know them by, and <c>schema</c>, which is ours.</summary>
internal sealed class PostgresParameters(NpgsqlConnectionStringBuilder settings)
{
    private const string Known =
        "host, port, user, password, dbname, schema, sslmode, sslrootcert, sslcert, sslkey, sslpassword, application_name, options, channel_binding, passfile";

    public string? Schema { get; private set; }

    /// <summary>Takes a value; an empty one is none.</summary>
    public void Set(string name, string value)
    {
        if (value.Length == 0)
        {
            return;
        }

        switch (name)
        {
            case "host": settings.Host = value; break;
            case "port": settings.Port = Port(value); break;
            case "user": settings.Username = value; break;
            case "password": settings.Password = value; break;
            case "dbname": settings.Database = value; break;
            case "schema" or "search_path": Schema = value; break;
            case "sslmode": settings.SslMode = Ssl(value); break;
            case "sslrootcert": settings.RootCertificate = value; break;
            case "sslcert": settings.SslCertificate = value; break;
            case "sslkey": settings.SslKey = value; break;
            case "sslpassword": settings.SslPassword = value; break;
            case "application_name": settings.ApplicationName = value; break;
            case "options": settings.Options = value; break;
            case "passfile": settings.Passfile = value; break;
            case "channel_binding": settings.ChannelBinding = Binding(value); break;
            default: throw PostgresAddress.Bad($"has an unknown parameter '{name}'. Known are {Known}");
        }
    }

    private static int Port(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536
            ? port
            : throw PostgresAddress.Bad("has a port that is no number from 1 to 65535");

    private static SslMode Ssl(string text) => text switch
    {
        "disable" => SslMode.Disable,
        "allow" => SslMode.Allow,
        "prefer" => SslMode.Prefer,
        "require" => SslMode.Require,
        "verify-ca" => SslMode.VerifyCA,
        "verify-full" => SslMode.VerifyFull,
        _ => throw PostgresAddress.Bad($"has sslmode={text}: it may be disable, allow, prefer, require, verify-ca or verify-full"),
    };

    private static ChannelBinding Binding(string text) => text switch
    {
        "disable" => ChannelBinding.Disable,
        "prefer" => ChannelBinding.Prefer,
        "require" => ChannelBinding.Require,
        _ => throw PostgresAddress.Bad($"has channel_binding={text}: it may be disable, prefer or require"),
    };
}
