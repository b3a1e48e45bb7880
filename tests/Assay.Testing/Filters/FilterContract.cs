using Assay.Tests.Storage;
using Assay.Tracking;

namespace Assay.Tests.Filters;

/// <summary>What every store must answer to the searches in <c>filter-cases.tsv</c>, whole and page by page.</summary>
public abstract class FilterContract : StoreContract
{
    private const int Largest = 1000;

    [Fact]
    public async Task Searches_AnswerAsTheTableSays()
    {
        await FilterFixture.WriteAsync(Tracking, Cancel);
        var wrong = new List<string>();
        foreach (var one in FilterCase.All("runs", "experiments"))
        {
            var found = await AnswerAsync(one, Largest);
            if (found != one.Expected)
            {
                wrong.Add($"{one}\n    expected {one.Expected}\n    found    {found}");
            }
        }

        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    [Fact]
    public async Task Searches_InPagesOfOne_GiveTheSame()
    {
        await FilterFixture.WriteAsync(Tracking, Cancel);
        var wrong = new List<string>();
        foreach (var one in FilterCase.All("runs", "experiments").Where(one => one.Refusal is null))
        {
            var found = await AnswerAsync(one, 1);
            if (found != one.Expected)
            {
                wrong.Add($"{one}\n    expected {one.Expected}\n    found    {found}");
            }
        }

        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    private async Task<string> AnswerAsync(FilterCase one, int pageSize)
    {
        try
        {
            var names = one.Entity == "runs" ? await RunsAsync(one, pageSize) : await ExperimentsAsync(one, pageSize);
            return names.Count == 0 ? "(none)" : string.Join(',', names);
        }
        catch (AssayException error) when (error.Code == ErrorCode.InvalidParameterValue)
        {
            return $"! {error.Message}";
        }
    }

    private async Task<List<string>> RunsAsync(FilterCase one, int pageSize)
    {
        var names = new List<string>();
        var query = new RunQuery { ExperimentIds = ["0"], Filter = one.Filter, OrderBy = one.OrderBy, MaxResults = pageSize };
        do
        {
            var page = await Tracking.SearchRunsAsync(query, Cancel);
            names.AddRange(page.Items.Select(run => run.RunName));
            query = query with { PageToken = page.NextPageToken };
        }
        while (query.PageToken is not null);
        return names;
    }

    private async Task<List<string>> ExperimentsAsync(FilterCase one, int pageSize)
    {
        var names = new List<string>();
        var query = new ExperimentQuery { Filter = one.Filter, OrderBy = one.OrderBy, MaxResults = pageSize };
        do
        {
            var page = await Tracking.SearchExperimentsAsync(query, Cancel);
            names.AddRange(page.Items.Select(experiment => experiment.Name));
            query = query with { PageToken = page.NextPageToken };
        }
        while (query.PageToken is not null);
        return names;
    }
}
