namespace Assay.Data;

/// <summary>What the values of a column are.</summary>
public enum ColumnType
{
    /// <summary>No row has a value.</summary>
    Empty,

    /// <summary>Texts.</summary>
    Text,

    /// <summary>Whole numbers.</summary>
    Integer,

    /// <summary>Numbers, not all of them whole.</summary>
    Number,

    /// <summary>True and false.</summary>
    Boolean,

    /// <summary>Lists.</summary>
    List,

    /// <summary>Objects.</summary>
    Object,

    /// <summary>Values of different types.</summary>
    Mixed,
}
