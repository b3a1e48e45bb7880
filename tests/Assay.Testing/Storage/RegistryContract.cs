using Assay.Registry;
using Assay.Tracking;

namespace Assay.Tests.Storage;

/// <summary>Registered models, their versions and aliases, as every store must keep them.</summary>
public abstract class RegistryContract : StoreContract
{
    private IRegistryStore Registry => Store.Registry;

    [Fact]
    public async Task A_created_model_is_found_with_its_notes()
    {
        var created = await Registry.CreateModelAsync(new NewRegisteredModel("m", "what it is", [new Tag("b", "2"), new Tag("a", "1")]), Cancel);
        created.Name.ShouldBe("m");
        created.Workspace.ShouldBe("default");
        created.Description.ShouldBe("what it is");
        created.Tags.ShouldBe([new Tag("a", "1"), new Tag("b", "2")]);
        created.LastUpdateTime.ShouldBe(created.CreationTime);
        created.CreationTime.ShouldBeGreaterThan(1_600_000_000_000);
        (await Registry.GetModelAsync("m", Cancel)).ShouldBeSameAs(created);
    }

    [Fact]
    public async Task What_is_not_there_is_refused_in_MLflows_words()
    {
        await ShouldRefuse(Registry.GetModelAsync("nope", Cancel), ErrorCode.ResourceDoesNotExist, "Registered Model with name=nope not found");
        await NewModelAsync("m");
        await ShouldRefuse(
            Registry.GetVersionAsync("m", 3, Cancel), ErrorCode.ResourceDoesNotExist, "Model Version (name=m, version=3) not found");
        await ShouldRefuse(
            Registry.GetVersionByAliasAsync("m", "champ", Cancel), ErrorCode.InvalidParameterValue, "Registered model alias champ not found.");
    }

    [Fact]
    public async Task A_name_is_taken_by_a_model_or_by_a_prompt()
    {
        await NewModelAsync("m");
        await Registry.CreateModelAsync(new NewRegisteredModel("p", Tags: [new Tag("mlflow.prompt.is_prompt", "true")]), Cancel);
        await ShouldRefuse(NewModelAsync("m"), ErrorCode.ResourceAlreadyExists, "Registered Model (name=m) already exists.");
        await ShouldRefuse(
            NewModelAsync("p"), ErrorCode.ResourceAlreadyExists,
            "Tried to create a registered model with name 'p', but the name is already taken by a prompt. "
            + "MLflow does not allow creating a model and a prompt with the same name.");
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("models:a")]
    public async Task A_name_that_a_URI_could_not_hold_is_refused(string name) => await ShouldRefuse(
        Task.Run(() => NewModelAsync(name)), ErrorCode.InvalidParameterValue,
        $"Invalid value \"{name}\" for parameter 'name' supplied: Registered model name cannot contain '/' or ':'.");

    [Theory]
    [InlineData("Modèle de résumé – 要約 🙂")]
    [InlineData("it's \"quoted\"; DROP TABLE runs; -- %_\\")]
    [InlineData(" leading and trailing ")]
    public async Task Names_of_any_alphabet_come_back_as_they_were(string name)
    {
        await NewModelAsync(name);
        var version = await NewVersionAsync(name);
        (await Registry.GetModelAsync(name, Cancel)).LatestVersions.ShouldHaveSingleItem().ShouldBeSameAs(version);
        (await Registry.GetVersionAsync(name, 1, Cancel)).Name.ShouldBe(name);
    }

    [Fact]
    public async Task Names_are_at_most_256_characters()
    {
        await NewModelAsync(new string('n', 256));
        await ShouldRefuse(
            Task.Run(() => NewModelAsync(new string('n', 257))), ErrorCode.InvalidParameterValue,
            "'Registered model name' exceeds the maximum length of 256 characters");
        await ShouldRefuse(
            Task.Run(() => NewModelAsync("")), ErrorCode.InvalidParameterValue,
            "Missing value for required parameter 'name'. See the API docs for more information about request parameters.");
    }

    [Fact]
    public async Task Renaming_takes_versions_and_aliases_along()
    {
        await NewModelAsync("old");
        await NewModelAsync("other");
        await NewVersionAsync("old");
        await Registry.SetAliasAsync("old", "champ", 1, Cancel);
        await ShouldRefuse(Registry.RenameModelAsync("old", "other", Cancel), ErrorCode.ResourceAlreadyExists, "Registered Model (name=other) already exists.");

        var renamed = await Registry.RenameModelAsync("old", "new", Cancel);

        renamed.LatestVersions.ShouldHaveSingleItem().Name.ShouldBe("new");
        (await Registry.GetVersionByAliasAsync("new", "champ", Cancel)).Version.ShouldBe(1);
        await ShouldRefuse(Registry.GetModelAsync("old", Cancel), ErrorCode.ResourceDoesNotExist, "Registered Model with name=old not found");
    }

    [Fact]
    public async Task A_deleted_model_is_gone_with_all_that_was_its_own()
    {
        await NewModelAsync("m");
        await NewVersionAsync("m");
        await Registry.SetVersionTagAsync("m", 1, new Tag("k", "v"), Cancel);
        await Registry.SetAliasAsync("m", "champ", 1, Cancel);
        await Registry.DeleteModelAsync("m", Cancel);
        await ShouldRefuse(Registry.GetModelAsync("m", Cancel), ErrorCode.ResourceDoesNotExist, "Registered Model with name=m not found");

        await NewModelAsync("m");
        (await NewVersionAsync("m")).Version.ShouldBe(1);
        (await Registry.GetVersionAsync("m", 1, Cancel)).Tags.ShouldBeEmpty();
        (await Registry.GetModelAsync("m", Cancel)).Aliases.ShouldBeEmpty();
    }

    [Fact]
    public async Task Descriptions_and_notes_are_changed_and_removed()
    {
        await NewModelAsync("m");
        (await Registry.DescribeModelAsync("m", "better", Cancel)).Description.ShouldBe("better");
        await Registry.SetModelTagAsync("m", new Tag("k", "1"), Cancel);
        await Registry.SetModelTagAsync("m", new Tag("k", "2"), Cancel);
        (await Registry.GetModelAsync("m", Cancel)).Tags.ShouldBe([new Tag("k", "2")]);
        await Registry.DeleteModelTagAsync("m", "k", Cancel);
        await Registry.DeleteModelTagAsync("m", "k", Cancel);
        (await Registry.GetModelAsync("m", Cancel)).Tags.ShouldBeEmpty();
        await ShouldRefuse(
            Task.Run(() => Registry.SetModelTagAsync("m", new Tag("k", new string('v', 5001)), Cancel)), ErrorCode.InvalidParameterValue,
            "'value' exceeds the maximum length of 5000 characters");
    }

    [Fact]
    public async Task An_alias_stands_for_one_version_and_goes_with_it()
    {
        await NewModelAsync("m");
        await NewVersionAsync("m");
        await NewVersionAsync("m");
        await Registry.SetAliasAsync("m", "champ", 1, Cancel);
        await Registry.SetAliasAsync("m", "champ", 2, Cancel);
        await Registry.SetAliasAsync("m", "best", 2, Cancel);
        (await Registry.GetModelAsync("m", Cancel)).Aliases.ShouldBe([new ModelAlias("best", 2), new ModelAlias("champ", 2)]);
        (await Registry.GetVersionByAliasAsync("m", "champ", Cancel)).Aliases.ShouldBe(["best", "champ"]);

        await Registry.DeleteAliasAsync("m", "best", Cancel);
        await Registry.DeleteAliasAsync("m", "best", Cancel);
        await Registry.DeleteVersionAsync("m", 2, Cancel);
        (await Registry.GetModelAsync("m", Cancel)).Aliases.ShouldBeEmpty();
        await ShouldRefuse(
            Registry.SetAliasAsync("m", "champ", 2, Cancel), ErrorCode.ResourceDoesNotExist, "Model Version (name=m, version=2) not found");
    }

    [Theory]
    [InlineData("", "Registered model alias name cannot be empty.")]
    [InlineData("latest", "'latest' alias name (case insensitive) is reserved.")]
    [InlineData("Latest", "'latest' alias name (case insensitive) is reserved.")]
    [InlineData("v1", "Version alias name 'v1' is reserved.")]
    [InlineData("V22", "Version alias name 'V22' is reserved.")]
    [InlineData("a b", "Invalid alias name: 'a b'. Names may only contain alphanumerics, underscores (_), and dashes (-).")]
    [InlineData("a/b", "Invalid alias name: 'a/b'. Names may only contain alphanumerics, underscores (_), and dashes (-).")]
    public async Task Aliases_that_would_mean_something_else_are_refused(string alias, string message) =>
        await ShouldRefuse(Task.Run(() => Registry.SetAliasAsync("m", alias, 1, Cancel)), ErrorCode.InvalidParameterValue, message);

    [Theory]
    [InlineData("v")]
    [InlineData("v1a")]
    [InlineData("würdig-2")]
    public async Task Aliases_that_only_look_like_versions_are_taken(string alias)
    {
        await NewModelAsync("m");
        await NewVersionAsync("m");
        await Registry.SetAliasAsync("m", alias, 1, Cancel);
        (await Registry.GetVersionByAliasAsync("m", alias, Cancel)).Version.ShouldBe(1);
    }

    private Task<RegisteredModel> NewModelAsync(string name) => Registry.CreateModelAsync(new NewRegisteredModel(name), Cancel);

    private Task<ModelVersion> NewVersionAsync(string name) =>
        Registry.CreateVersionAsync(new NewModelVersion(name, "mlflow-artifacts:/0/run/artifacts/model"), Cancel);
}
