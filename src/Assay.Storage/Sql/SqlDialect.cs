namespace Assay.Storage.Sql;

/// <summary>The few places where engines differ. Parameters are <c>$1</c>, <c>$2</c> … on all of them.</summary>
internal abstract class SqlDialect
{
    /// <summary>Whether a commit writes whole pages, so that entries scattered over an index are dear.</summary>
    public abstract bool CommitsWholePages { get; }

    /// <summary>Ends a SELECT of a write: the row stays as it is read, for others that only look at it too, until the write is done.</summary>
    public abstract string ForShare { get; }

    /// <summary>Ends a SELECT of a write: only this write may change the row, or read it in this way, until it is done.</summary>
    public abstract string ForUpdate { get; }

    /// <summary>A condition: the integer column holds one of the keys in the parameter, whose value <see cref="Keys"/> makes.</summary>
    public abstract string KeyIn(string column, string parameter);

    /// <summary>The value of a parameter that holds many keys.</summary>
    public abstract object Keys(IReadOnlyCollection<long> keys);

    /// <summary>
    /// Stands in FROM: with each of the rows of integers in a parameter, whose value <see cref="RowsValue"/> makes, the rows of a table that meet a condition
    /// on both. The rows of the parameter are gone through and the table is looked up, whatever the server believes to know of their numbers.
    /// </summary>
    public abstract string EachRow(string parameter, RowAlias row, string table, string alias, string condition);

    /// <summary>The value of a parameter that holds rows of integers.</summary>
    public abstract object RowsValue(IEnumerable<long[]> rows);

    /// <summary>A condition: the text column holds one of the texts in the parameter, whose value <see cref="Texts"/> makes.</summary>
    public abstract string TextIn(string column, string parameter);

    /// <summary>Both: an index of the two columns is to be searched for each key with each text, and not for all rows of the keys.</summary>
    public abstract string KeyAndTextIn(string keyColumn, string keys, string textColumn, string texts);

    /// <summary>The value of a parameter that holds many texts.</summary>
    public abstract object Texts(IReadOnlyCollection<string> texts);

    /// <summary>
    /// A condition: the text column is of a pattern in which <c>%</c> is any text and <c>_</c> any character; nothing quotes them, and a capital
    /// letter is not a small one.
    /// </summary>
    public abstract string Like(string column, string parameter, string pattern);

    /// <summary>The value of the parameter of <see cref="Like"/>.</summary>
    public abstract object LikeValue(string pattern);

    /// <summary>The same with letters of either case, in every alphabet. The parameter is the pattern.</summary>
    public abstract string LikeIgnoringCase(string column, string parameter, string pattern);

    /// <summary>Stands behind a table's alias: read it by this index. Empty where the engine knows better.</summary>
    public abstract string Using(string index);

    /// <summary>Stands behind a table's alias: read it by its integer key. Empty where the engine knows better.</summary>
    public abstract string UsingKey { get; }

    /// <summary>A condition: one of the text columns holds the needle, letters of either case, in every alphabet.</summary>
    public abstract string Contains(IEnumerable<string> columns, string parameter, string needle);

    /// <summary>The value of the parameter that <see cref="Contains"/> compares with.</summary>
    public abstract object ContainsValue(string needle);
}
