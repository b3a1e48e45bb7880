namespace Assay.Storage.Sqlite;

/// <summary>The engine refused something. Never leaves this project: see <see cref="SqliteErrors"/>.</summary>
internal sealed class SqliteException(int code, string message) : Exception(message)
{
    /// <summary>The primary result code, such as SQLITE_BUSY.</summary>
    public int Code => code & 0xff;

    /// <summary>The extended result code, such as SQLITE_IOERR_FSYNC.</summary>
    public int ExtendedCode => code;
}
