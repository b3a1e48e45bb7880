using Assay.LoggedModels;
using Assay.Registry;
using Assay.Tests.Storage;

namespace Assay.Tests.Filters;

/// <summary>What every store must answer to the searches of models in <c>filter-cases.tsv</c>, whole and page by page.</summary>
public abstract class ModelFilterContract : StoreContract
{
    [Theory]
    [InlineData(1000)]
    [InlineData(1)]
    public async Task Searches_of_models_answer_as_the_table_says(int pageSize)
    {
        await ModelFilterFixture.WriteAsync(Store, Cancel);
        var cases = FilterCase.All("models", "versions", "logged models");
        cases.ShouldNotBeEmpty();
        var wrong = new List<string>();
        foreach (var one in cases)
        {
            var found = await AnswerAsync(one, pageSize);
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
            var names = await PagesAsync(token => one.Entity switch
            {
                "models" => ModelsAsync(one, pageSize, token),
                "versions" => VersionsAsync(one, pageSize, token),
                _ => LoggedModelsAsync(one, pageSize, token),
            });
            return names.Count == 0 ? "(none)" : string.Join(',', names);
        }
        catch (AssayException error) when (error.Code == ErrorCode.InvalidParameterValue)
        {
            return $"! {error.Message}";
        }
    }

    private static async Task<List<string>> PagesAsync(Func<string?, Task<(IEnumerable<string> Names, string? Next)>> search)
    {
        var all = new List<string>();
        string? token = null;
        do
        {
            var (names, next) = await search(token);
            all.AddRange(names);
            token = next;
        }
        while (token is not null);
        return all;
    }

    private async Task<(IEnumerable<string> Names, string? Next)> ModelsAsync(FilterCase one, int pageSize, string? token)
    {
        var query = new RegisteredModelQuery { Filter = one.Filter, OrderBy = one.OrderBy, MaxResults = pageSize, PageToken = token };
        var page = await Store.Registry.SearchModelsAsync(query, Cancel);
        return (page.Items.Select(model => model.Name), page.NextPageToken);
    }

    private async Task<(IEnumerable<string> Names, string? Next)> VersionsAsync(FilterCase one, int pageSize, string? token)
    {
        var query = new ModelVersionQuery { Filter = one.Filter, OrderBy = one.OrderBy, MaxResults = pageSize, PageToken = token };
        var page = await Store.Registry.SearchVersionsAsync(query, Cancel);
        return (page.Items.Select(version => $"{version.Name}/{version.Version}"), page.NextPageToken);
    }

    private async Task<(IEnumerable<string> Names, string? Next)> LoggedModelsAsync(FilterCase one, int pageSize, string? token)
    {
        var query = new LoggedModelQuery
        {
            ExperimentIds = ["0"], Filter = one.Filter, OrderBy = [.. one.OrderBy.Select(OrderOf)], MaxResults = pageSize, PageToken = token,
        };
        var page = await Store.LoggedModels.SearchAsync(query, Cancel);
        return (page.Items.Select(model => model.Name), page.NextPageToken);
    }

    private static LoggedModelOrder OrderOf(string clause) =>
        clause.EndsWith(" DESC", StringComparison.Ordinal) ? new(clause[..^" DESC".Length], Ascending: false) : new(clause);
}
