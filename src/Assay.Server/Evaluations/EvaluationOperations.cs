using Assay.Server.OpenApi;
using Assay.Wire;

namespace Assay.Server.Evaluations;

/// <summary>How the routes of an evaluation's rows are described.</summary>
internal static class EvaluationOperations
{
    private const string Tag = "evaluations";

    private static readonly OperationParameter[] Filters =
    [
        new(RowQueryNames.RowId, "string", "Only rows of this id."),
        new(RowQueryNames.Repeat, "integer", "Only answers of this number, from 0."),
        new(RowQueryNames.Failed, "boolean", "Only rows that failed, or only others."),
        new(RowQueryNames.Status, "string", "Only rows of which this became: answered, failed, refused, filtered or truncated."),
        new(RowQueryNames.Contains, "string", "Only rows that hold this text, in letters of either case."),
        new(RowQueryNames.Scores, "string", """Bounds on scores, as JSON: [{"scorer": "toxicity", "at_least": 0.5}]."""),
        new(RowQueryNames.Unscored, "string", "Only rows that this scorer gave no value."),
    ];

    public static Operation Append { get; } = new("appendRows", Tag, "Writes rows of an evaluation, all or none.")
    {
        Description = "A row that is there already, by its id and repeat, is replaced.",
        Request = OperationBody.Of(AssayJson.Default.AppendRowsRequest),
    };

    public static Operation Read { get; } = new("readRows", Tag, "Reads a page of rows, filtered and sorted.")
    {
        Query =
        [
            .. Filters,
            new(RowQueryNames.OrderByScorer, "string", "Sorts by this scorer's value, rows without one last; without it by the rows' order in the data."),
            new(RowQueryNames.Descending, "boolean", "Sorts from the greatest on."),
            new(RowQueryNames.MaxResults, "integer", "The most rows of the page."),
            new(RowQueryNames.PageToken, "string", "The page that follows the one that gave this."),
        ],
        Response = OperationBody.Of(AssayJson.Default.ReadRowsResponse),
    };

    public static Operation ReadKeys { get; } = new("readRowKeys", Tag, "Reads the keys of all rows, a JSON object a line.")
    {
        Response = OperationBody.Of(AssayJson.Default.RowKeyMessage, "application/x-ndjson"),
    };

    public static Operation Count { get; } = new("countRows", Tag, "Counts the rows, and those that failed.")
    {
        Response = OperationBody.Of(AssayJson.Default.RowCountsMessage),
    };

    public static Operation CountMatches { get; } = new("countMatchingRows", Tag, "Counts the rows that a search finds on all its pages, up to 1,000,000.")
    {
        Query = Filters,
        Response = OperationBody.Of(AssayJson.Default.RowMatchesMessage),
    };
}
