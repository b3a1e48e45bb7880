namespace Assay.Data.Where;

/// <summary>A part of a row filter: true, false, or null where a row has nothing to compare (the logic of three values, as in SQL).</summary>
internal abstract record RowCondition
{
    public abstract IEnumerable<string> Columns { get; }

    public abstract bool? Test(in RawRow row);
}

/// <summary>Both.</summary>
internal sealed record AndCondition(RowCondition Left, RowCondition Right) : RowCondition
{
    public override IEnumerable<string> Columns => Left.Columns.Concat(Right.Columns);

    public override bool? Test(in RawRow row) => Left.Test(row) is var left && left == false ? false : left & Right.Test(row);
}

/// <summary>One of the two, or both.</summary>
internal sealed record OrCondition(RowCondition Left, RowCondition Right) : RowCondition
{
    public override IEnumerable<string> Columns => Left.Columns.Concat(Right.Columns);

    public override bool? Test(in RawRow row) => Left.Test(row) is var left && left == true ? true : left | Right.Test(row);
}

/// <summary>The contrary.</summary>
internal sealed record NotCondition(RowCondition Inner) : RowCondition
{
    public override IEnumerable<string> Columns => Inner.Columns;

    public override bool? Test(in RawRow row) => !Inner.Test(row);
}

/// <summary>Something about the value of a column.</summary>
internal sealed record ValueCondition(RowOperand Operand, Func<FieldValue, bool?> Holds) : RowCondition
{
    public override IEnumerable<string> Columns => [Operand.Column];

    public override bool? Test(in RawRow row) => Holds(Operand.Of(row));
}
