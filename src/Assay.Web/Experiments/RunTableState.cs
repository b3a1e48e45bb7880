using Assay.Tracking;
using Assay.Web.Visits;
using Microsoft.AspNetCore.WebUtilities;

namespace Assay.Web.Experiments;

/// <summary>What a table of runs shows, as its address says it.</summary>
public sealed record RunTableState
{
    /// <summary>The experiment.</summary>
    public required string ExperimentId { get; init; }

    /// <summary>The expression in the search box; null for none.</summary>
    public string? Filter { get; init; }

    /// <summary>The column that the runs are sorted by; null for the newest first.</summary>
    public RunColumn? Sort { get; init; }

    /// <summary>Whether the greatest comes first.</summary>
    public bool Descending { get; init; }

    /// <summary>The parameter that the runs are grouped by; null for none.</summary>
    public string? Group { get; init; }

    /// <summary>Whether the runs in the bin are shown instead of the others.</summary>
    public bool Archived { get; init; }

    /// <summary>Whether child runs stand among the others, not below their parents.</summary>
    public bool Flat { get; init; }

    /// <summary>Parents whose children are shown.</summary>
    public IReadOnlyList<string> Open { get; init; } = [];

    /// <summary>The columns; null for those that the pages choose.</summary>
    public IReadOnlyList<RunColumn>? Columns { get; init; }

    /// <summary>Whether the address says what columns, or that the pages choose.</summary>
    public bool SaysColumns { get; init; }

    /// <summary>The token of the page; null for the first.</summary>
    public string? Page { get; init; }

    /// <summary>Where the experiment's pages are.</summary>
    public string Path => ExperimentAddress.Of(ExperimentId);

    /// <summary>Runs with a filter, an order, a group of their own stand each by itself.</summary>
    public bool MayNest => !Flat && !Archived && Filter is null && Sort is null && Group is null;

    /// <summary>The state of a request.</summary>
    public static RunTableState Of(Visit visit, string experimentId)
    {
        var asked = visit.Query("cols");
        var sort = RunColumn.Find(visit.Query("sort"));
        return new RunTableState
        {
            ExperimentId = experimentId,
            Filter = string.IsNullOrWhiteSpace(visit.Query("filter")) ? null : visit.Query("filter")!.Trim(),
            Sort = sort?.Field is null ? null : sort,
            Descending = visit.Query("dir") == "desc",
            Group = visit.Query("group"),
            Archived = visit.Query("view") == "archived",
            Flat = visit.Query("flat") is not null,
            Open = [.. (visit.Query("open") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Take(5)],
            SaysColumns = asked is not null,
            Columns = asked == ColumnList.Chosen ? null : ColumnList.Read(asked) ?? ColumnMemory.Read(visit.Context),
            Page = visit.Query("page"),
        };
    }

    /// <summary>The orderings of the search.</summary>
    public IReadOnlyList<string> OrderBy()
    {
        var group = Group is null ? null : new RunColumn(ColumnKind.Param, Group).Field;
        var sort = Sort?.Field;
        return [.. new[] { group, sort is null || sort == group ? null : $"{sort} {(Descending ? "DESC" : "ASC")}" }.OfType<string>()];
    }

    /// <summary>The address of a part of the experiment's pages with this state.</summary>
    /// <param name="part">Behind the path: <c>/columns</c>; empty for the table itself.</param>
    public string Address(string part = "") => QueryHelpers.AddQueryString(Path + part, Parameters());

    /// <summary>This state as parameters, without those that say nothing.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Parameters()
    {
        (string Name, string? Value)[] all =
        [
            ("filter", Filter), ("sort", Sort?.Text), ("dir", Sort is not null && Descending ? "desc" : null), ("group", Group),
            ("view", Archived ? "archived" : null), ("flat", Flat ? "1" : null), ("open", Open.Count > 0 ? string.Join(',', Open) : null),
            ("cols", Columns is not null ? ColumnList.Write(Columns) : SaysColumns ? ColumnList.Chosen : null), ("page", Page),
        ];
        return [.. all.Where(parameter => parameter.Value is not null).Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value))];
    }

    /// <summary>The search for the runs of this state.</summary>
    /// <param name="fields">What of each run comes.</param>
    /// <param name="most">The most runs.</param>
    internal RunQuery Query(RunFields? fields, int most) => new()
    {
        ExperimentIds = [ExperimentId],
        View = Archived ? ViewType.DeletedOnly : ViewType.ActiveOnly,
        Filter = Filter,
        OrderBy = OrderBy(),
        Fields = fields,
        MaxResults = most,
        PageToken = Page,
    };
}
