using System.Text;
using Assay.Storage.Sql;
using SQLitePCL;

namespace Assay.Storage.Sqlite;

/// <summary>A prepared statement, and the row at which it stands.</summary>
internal sealed class SqliteStatement : SqlRow, IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly sqlite3_stmt _statement;
    private byte[] _buffer = new byte[256];

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _connection = connection;

        // $2 is a name to SQLite, numbered as names appear; ?2 is the second parameter wherever it stands.
        Check(raw.sqlite3_prepare_v2(connection.Handle, sql.Replace('$', '?'), out _statement));
    }

    /// <summary>Gives the parameters their values, from <c>$1</c> on.</summary>
    public void Bind(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            Check(Bind(i + 1, values[i]));
        }
    }

    /// <summary>Goes to the next row; false at the end.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(_statement);
        return code switch
        {
            raw.SQLITE_ROW => true,
            raw.SQLITE_DONE => false,
            _ => throw _connection.Error(code),
        };
    }

    /// <summary>Makes it ready to run again. What failed has been told by <see cref="Step"/>.</summary>
    public void Reset() => _ = raw.sqlite3_reset(_statement);

    public override bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public override long Long(int column) => raw.sqlite3_column_int64(_statement, column);

    public override double Double(int column) => raw.sqlite3_column_double(_statement, column);

    // As bytes: the text functions of the binding stop at a NUL character.
    public override string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(_statement, column));

    public override byte[] Bytes(int column) => raw.sqlite3_column_blob(_statement, column).ToArray();

    public void Dispose() => _statement.Dispose();

    private int Bind(int index, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(_statement, index),
        "" => raw.sqlite3_bind_text(_statement, index, ""),
        string text => raw.sqlite3_bind_text(_statement, index, Encode(text)),
        double number => double.IsNaN(number)
            ? throw new ArgumentException("SQLite has no NaN: the tables keep a mark beside the value.", nameof(value))
            : raw.sqlite3_bind_double(_statement, index, number),
        long number => raw.sqlite3_bind_int64(_statement, index, number),
        int number => raw.sqlite3_bind_int64(_statement, index, number),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, index, bytes),
        _ => throw new ArgumentException($"No column holds a {value.GetType().Name}.", nameof(value)),
    };

    private ReadOnlySpan<byte> Encode(string text)
    {
        if (_buffer.Length < Encoding.UTF8.GetMaxByteCount(text.Length))
        {
            _buffer = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        }

        return _buffer.AsSpan(0, Encoding.UTF8.GetBytes(text, _buffer));
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw _connection.Error(code);
        }
    }
}
