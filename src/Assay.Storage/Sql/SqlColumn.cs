namespace Assay.Storage.Sql;

/// <summary>What a column holds.</summary>
internal enum SqlType
{
    Integer,
    Real,
    Text,
    Bytes,
}

/// <summary>A column that an insert fills.</summary>
internal sealed record SqlColumn(string Name, SqlType Type)
{
    public static SqlColumn Integer(string name) => new(name, SqlType.Integer);

    public static SqlColumn Real(string name) => new(name, SqlType.Real);

    public static SqlColumn Text(string name) => new(name, SqlType.Text);

    public static SqlColumn Bytes(string name) => new(name, SqlType.Bytes);
}
