using Assay.Data.Selection;
using Assay.Data.Sources;
using Assay.Data.Where;
using Assay.Tokens;

namespace Assay;

public abstract partial class Dataset
{
    /// <summary>
    /// The rows that meet a condition, such as <c>label = 'positive' and length(inputs) &lt;= 2000</c>; docs/data.md has the language. A row
    /// that has no value to compare does not meet it.
    /// </summary>
    /// <exception cref="BadInputException">The condition cannot be read; what of it no row has is found by <see cref="InspectAsync"/>.</exception>
    public Dataset Where(string condition) => With(source => new FilteredSource(source, RowFilter.Parse(condition)));

    /// <summary>
    /// Rows drawn at random without replacement, each equally likely, in their order; all when there are no more. The same seed draws the same
    /// rows of the same data on every machine.
    /// </summary>
    /// <param name="rows">How many, 1 or more.</param>
    /// <param name="seed">Which draw.</param>
    /// <param name="stratifyBy">
    /// A column: of each of its values in proportion to its share, and one at least; null: of all rows alike.
    /// </param>
    public Dataset Sample(int rows, long seed = 0, string? stratifyBy = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        return With(source => new SampledSource(source, rows, seed, stratifyBy));
    }

    /// <summary>The first rows; what is wrong behind them is not looked for.</summary>
    public Dataset Head(int rows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        return With(source => new HeadSource(source, rows));
    }

    /// <summary>
    /// Texts of a column cut to their first tokens, and to a whole character there. How many rows were cut is among the profile's warnings.
    /// </summary>
    /// <param name="encoding">cl100k_base, o200k_base or gpt2.</param>
    /// <param name="tokens">The most tokens, 1 or more.</param>
    /// <param name="column">The column.</param>
    /// <exception cref="ArgumentException">There is no such encoding.</exception>
    public Dataset Truncate(string encoding, int tokens, string column = "inputs")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(tokens, 1);
        var counted = TokenEncoding.Get(encoding);
        return With(source => new TruncatedSource(source, column, counted, tokens));
    }

    /// <summary>The same ids and options over a source that is derived from this one's.</summary>
    private protected virtual Dataset With(Func<RowSource, RowSource> derive) => FromSource(derive(new DatasetSource(this)), null);
}
