using Assay.Storage.Sql;
using Npgsql;

namespace Assay.Storage.Postgres;

/// <summary>The row at which a reader stands.</summary>
internal sealed class PostgresRow(NpgsqlDataReader reader) : SqlRow
{
    public override bool IsNull(int column) => reader.IsDBNull(column);

    public override long Long(int column) => reader.GetInt64(column);

    public override double Double(int column) => reader.GetDouble(column);

    public override string Text(int column) => PostgresText.Decode(reader.GetString(column));

    public override byte[] Bytes(int column) => reader.GetFieldValue<byte[]>(column);
}
