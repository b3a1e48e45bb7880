namespace Assay.Storage.Sql;

/// <summary>The few places where engines differ. Parameters are <c>$1</c>, <c>$2</c> … on all of them.</summary>
internal abstract class SqlDialect
{
    /// <summary>A condition: the integer column holds one of the keys in the parameter, whose value <see cref="Keys"/> makes.</summary>
    public abstract string KeyIn(string column, string parameter);

    /// <summary>The value of a parameter that holds many keys.</summary>
    public abstract object Keys(IReadOnlyCollection<long> keys);

    /// <summary>A condition: one of the text columns holds the needle, letters of either case, in every alphabet.</summary>
    public abstract string Contains(IEnumerable<string> columns, string parameter, string needle);

    /// <summary>The value of the parameter that <see cref="Contains"/> compares with.</summary>
    public abstract object ContainsValue(string needle);
}
