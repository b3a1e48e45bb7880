using System.Globalization;
using Assay.Evaluations;
using Assay.Web.Runs;

namespace Assay.Web.Evaluations;

/// <summary>Where a row has a page of its own.</summary>
internal static class RowAddress
{
    public static string Of(string runId, EvaluationRow row) => Of(runId, row.RowId, row.Repeat);

    public static string Of(string runId, string rowId, int repeat = 0) =>
        $"{RunAddress.Of(runId, RunTab.Evaluation)}/rows?row={Uri.EscapeDataString(rowId)}&repeat={repeat.ToString(CultureInfo.InvariantCulture)}";
}
