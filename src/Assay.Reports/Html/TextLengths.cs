using System.Text;
using Assay.Charts;
using Assay.Reports.Rows;

namespace Assay.Reports.Html;

/// <summary>How much room texts need, cut to one length or another: short texts stay whole, long ones share alike.</summary>
internal sealed class TextLengths(IEnumerable<ReportText> texts)
{
    private readonly (int Length, double BytesEach)[] _texts =
        [.. texts.Where(t => t.Text.Length > 0).Select(t => (t.Text.Length, (double)Encoding.UTF8.GetByteCount(SafeText.Escape(t.Text)) / t.Text.Length))];

    /// <summary>The bytes that all texts take, escaped, when none is longer than so many characters.</summary>
    public long BytesAt(int limit) => (long)_texts.Sum(t => Math.Min(t.Length, limit) * t.BytesEach);

    /// <summary>
    /// The greatest length at which all texts take no more than so many bytes; the longest text's own when all of them fit whole.
    /// </summary>
    public int Fit(long bytes)
    {
        var (low, high) = (0, _texts.Select(t => t.Length).DefaultIfEmpty().Max());
        while (low < high)
        {
            var middle = low + ((high - low + 1) / 2);
            (low, high) = BytesAt(middle) <= bytes ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
