using Assay.Storage.Sql;
using Npgsql;
using NpgsqlTypes;

namespace Assay.Storage.Postgres;

/// <summary>Values as parameters. A null is sent without a type: the server sees from the statement which it is.</summary>
internal static class PostgresValue
{
    public static NpgsqlParameter Parameter(object? value) => value switch
    {
        null => new NpgsqlParameter { Value = DBNull.Value },
        string text => new NpgsqlParameter<string> { NpgsqlDbType = NpgsqlDbType.Text, TypedValue = PostgresText.Encode(text) },
        long number => new NpgsqlParameter<long> { NpgsqlDbType = NpgsqlDbType.Bigint, TypedValue = number },
        int number => new NpgsqlParameter<long> { NpgsqlDbType = NpgsqlDbType.Bigint, TypedValue = number },
        double number => new NpgsqlParameter<double> { NpgsqlDbType = NpgsqlDbType.Double, TypedValue = number },
        long[] keys => new NpgsqlParameter<long[]> { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint, TypedValue = keys },
        string[] texts => new NpgsqlParameter<string[]>
        {
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text,
            TypedValue = Array.ConvertAll(texts, PostgresText.Encode),
        },
        _ => throw new ArgumentException($"No column holds a {value.GetType().Name}.", nameof(value)),
    };

    /// <summary>One column of many rows, as an array.</summary>
    public static NpgsqlParameter Column(SqlType type, IReadOnlyList<object?[]> rows, int column) => type switch
    {
        SqlType.Integer => new NpgsqlParameter<long?[]>
        {
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint,
            TypedValue = Values(rows, column, value => value is int number ? number : (long?)value),
        },
        SqlType.Real => new NpgsqlParameter<double?[]>
        {
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Double,
            TypedValue = Values(rows, column, value => (double?)value),
        },
        SqlType.Bytes => new NpgsqlParameter<byte[]?[]>
        {
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea,
            TypedValue = Values(rows, column, value => (byte[]?)value),
        },
        _ => new NpgsqlParameter<string?[]>
        {
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text,
            TypedValue = Values(rows, column, value => value is string text ? PostgresText.Encode(text) : null),
        },
    };

    private static T[] Values<T>(IReadOnlyList<object?[]> rows, int column, Func<object?, T> read)
    {
        var values = new T[rows.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = read(rows[i][column]);
        }

        return values;
    }
}
