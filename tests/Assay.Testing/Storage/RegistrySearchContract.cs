using Assay.Registry;
using Assay.Tracking;

namespace Assay.Tests.Storage;

/// <summary>Searches of registered models and versions, as every store must answer them.</summary>
public abstract class RegistrySearchContract : StoreContract
{
    private const string IsPrompt = "mlflow.prompt.is_prompt";

    private IRegistryStore Registry => Store.Registry;

    [Theory]
    [InlineData(null, "a b c")]
    [InlineData("name = 'b'", "b")]
    [InlineData("name != 'b'", "a c")]
    [InlineData("name LIKE '%'", "a b c")]
    [InlineData("name ILIKE 'A'", "a")]
    [InlineData("tags.team = 'x'", "a c")]
    [InlineData("tags.team = 'x' AND tags.`size of it` = 'big AND bold'", "c")]
    [InlineData("tags.`mlflow.prompt.is_prompt` = 'true'", "p")]
    [InlineData("tags.`mlflow.prompt.is_prompt` = 'false'", "a b c")]
    [InlineData("tags.`mlflow.prompt.is_prompt` = 'true' AND tags.team = 'x'", "p")]
    public async Task Models_are_filtered_and_prompts_hidden_unless_asked_for(string? filter, string names)
    {
        await NewModelAsync("a", new Tag("team", "x"));
        await NewModelAsync("b");
        await NewModelAsync("c", new Tag("team", "x"), new Tag("size of it", "big AND bold"));
        await NewModelAsync("p", new Tag(IsPrompt, "true"), new Tag("team", "x"));

        var page = await Registry.SearchModelsAsync(new RegisteredModelQuery { Filter = filter }, Cancel);

        string.Join(' ', page.Items.Select(model => model.Name)).ShouldBe(names);
    }

    [Fact]
    public async Task Found_models_are_whole()
    {
        await NewModelAsync("m", new Tag("k", "v"));
        await NewVersionAsync("m");
        await Registry.SetAliasAsync("m", "champ", 1, Cancel);
        var found = (await Registry.SearchModelsAsync(new RegisteredModelQuery(), Cancel)).Items.ShouldHaveSingleItem();
        found.ShouldBeSameAs(await Registry.GetModelAsync("m", Cancel));
        found.LatestVersions.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Models_are_paged_by_name_or_by_change_without_repeating_or_skipping()
    {
        for (var i = 0; i < 5; i++)
        {
            await NewModelAsync($"m{i}");
        }

        (await AllAsync([])).ShouldBe(["m0", "m1", "m2", "m3", "m4"]);
        (await AllAsync(["name DESC"])).ShouldBe(["m4", "m3", "m2", "m1", "m0"]);
        (await AllAsync(["last_updated_timestamp DESC", "name"])).Order().ShouldBe(["m0", "m1", "m2", "m3", "m4"]);

        async Task<List<string>> AllAsync(string[] order)
        {
            var names = new List<string>();
            var query = new RegisteredModelQuery { OrderBy = order, MaxResults = 2 };
            do
            {
                var page = await Registry.SearchModelsAsync(query, Cancel);
                names.AddRange(page.Items.Select(model => model.Name));
                query = query with { PageToken = page.NextPageToken };
            }
            while (query.PageToken is not null);

            return names;
        }
    }

    [Theory]
    [InlineData("name = 'm'", "m/3 m/2 m/1")]
    [InlineData("name = 'm' AND version_number > 1", "m/3 m/2")]
    [InlineData("run_id = 'r1'", "n/1 m/1")]
    [InlineData("run_id IN ('r1', 'r2')", "n/1 m/2 m/1")]
    [InlineData("source_path LIKE 'mlflow-artifacts:/0/%'", "n/1 m/3 m/2 m/1")]
    [InlineData("tags.k = 'v'", "m/2")]
    [InlineData("tags.`mlflow.prompt.is_prompt` = 'true'", "p/1")]
    [InlineData(null, "n/1 m/3 m/2 m/1")]
    public async Task Versions_are_filtered_and_those_of_prompts_hidden(string? filter, string expected)
    {
        foreach (var name in (string[])["m", "n", "p"])
        {
            await NewModelAsync(name);
        }

        var time = 1_000;
        foreach (var (name, run, tag) in ((string, string?, Tag?)[])
            [("m", "r1", null), ("m", "r2", new Tag("k", "v")), ("m", null, null), ("n", "r1", null), ("p", null, new Tag(IsPrompt, "true"))])
        {
            await Registry.CreateVersionAsync(
                new NewModelVersion(name, $"mlflow-artifacts:/0/{time}/artifacts") { RunId = run, Tags = tag is null ? [] : [tag], CreationTime = time++ }, Cancel);
        }

        var page = await Registry.SearchVersionsAsync(new ModelVersionQuery { Filter = filter }, Cancel);

        string.Join(' ', page.Items.Select(version => $"{version.Name}/{version.Version}")).ShouldBe(expected);
    }

    [Fact]
    public async Task Versions_are_sorted_and_paged()
    {
        await NewModelAsync("m");
        for (var i = 0; i < 5; i++)
        {
            await NewVersionAsync("m");
        }

        var numbers = new List<int>();
        var query = new ModelVersionQuery { OrderBy = ["version_number ASC"], MaxResults = 2 };
        do
        {
            var page = await Registry.SearchVersionsAsync(query, Cancel);
            numbers.AddRange(page.Items.Select(version => version.Version));
            query = query with { PageToken = page.NextPageToken };
            await NewVersionAsync("m");
        }
        while (query.PageToken is not null && numbers.Count < 8);

        numbers.ShouldBe([1, 2, 3, 4, 5, 6, 7, 8]);
    }

    [Fact]
    public async Task A_page_longer_than_allowed_is_refused() => await ShouldRefuse(
        Task.Run(() => Registry.SearchModelsAsync(new RegisteredModelQuery { MaxResults = 1001 }, Cancel)), ErrorCode.InvalidParameterValue,
        "Invalid value 1001 for parameter 'max_results' supplied. It must be at most 1000");

    private Task<RegisteredModel> NewModelAsync(string name, params Tag[] tags) =>
        Registry.CreateModelAsync(new NewRegisteredModel(name, Tags: tags), Cancel);

    private Task<ModelVersion> NewVersionAsync(string name) => Registry.CreateVersionAsync(new NewModelVersion(name, "mlflow-artifacts:/0/r/artifacts"), Cancel);
}
