namespace Assay.Storage.Sql;

/// <summary>The row that a reading stands at. Columns are numbered from 0.</summary>
internal abstract class SqlRow
{
    public abstract bool IsNull(int column);

    public abstract long Long(int column);

    public abstract double Double(int column);

    public abstract string Text(int column);

    public abstract byte[] Bytes(int column);

    public int Int(int column) => (int)Long(column);

    public bool Flag(int column) => Long(column) != 0;

    public long? LongOrNull(int column) => IsNull(column) ? null : Long(column);

    public double? DoubleOrNull(int column) => IsNull(column) ? null : Double(column);

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);
}
