using Assay.Import;
using Assay.Import.Mlruns;
using Assay.Tracking;
using static Assay.Tests.Import.MlrunsFolder;

namespace Assay.Tests.Import;

/// <summary>A folder may come from anybody: nothing outside of it is read, and whatever is in it is data.</summary>
public sealed class HostileFolderTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Links_are_not_followed_wherever_they_stand()
    {
        await using var lab = await ImportLab.OpenAsync();
        Directory.CreateDirectory(lab["secret"]);
        await File.WriteAllTextAsync(lab["secret/key"], "s3cret", Cancel);
        lab.Mlruns.Small().Write($"8/{Run1[..31]}8/meta.yaml", "x");
        File.CreateSymbolicLink(lab.Mlruns[$"7/{Run1}/params/stolen"], lab["secret/key"]);
        File.CreateSymbolicLink(lab.Mlruns[$"7/{Run1}/metrics/stolen"], lab["secret/key"]);
        File.CreateSymbolicLink(lab.Mlruns[$"7/{Run1}/artifacts/key"], lab["secret/key"]);
        Directory.CreateSymbolicLink(lab.Mlruns[$"7/{Run1}/artifacts/model/all"], lab["secret"]);
        Directory.CreateSymbolicLink(lab.Mlruns[$"7/{Run1}/artifacts/circle"], lab.Mlruns["7"]);
        File.Delete(lab.Mlruns[$"7/{Run2}/meta.yaml"]);
        File.CreateSymbolicLink(lab.Mlruns[$"7/{Run2}/meta.yaml"], lab["secret/key"]);
        Directory.Delete(lab.Mlruns[$"7/{Run3}"], recursive: true);
        Directory.CreateSymbolicLink(lab.Mlruns[$"7/{Run3}"], lab["secret"]);

        var report = await lab.ImportAsync();

        report.Runs.ShouldBe(new ImportCounts(1, 0, 0, 2, 0));
        report.Omissions.Count(omission => omission.Reason.Contains("links are not followed", StringComparison.Ordinal)).ShouldBe(7);
        var run = await lab.RunAsync(Run1);
        run.Params.ShouldNotContain(param => param.Value == "s3cret");
        (await lab.Store.Artifacts.ListAsync(run.ArtifactUri, cancellationToken: Cancel)).Select(file => file.Path).ShouldBe(["a.txt", "model"]);
    }

    [Theory]
    [InlineData("file:///etc")]
    [InlineData("/etc")]
    [InlineData("../../secret")]
    [InlineData("mlflow-artifacts:/../secret")]
    [InlineData("mlflow-artifacts:/%2e%2e/secret")]
    public async Task A_meta_file_cannot_have_files_of_other_places_copied(string uri)
    {
        await using var lab = await ImportLab.OpenAsync();
        Directory.CreateDirectory(lab["secret"]);
        Directory.CreateDirectory(lab["mlartifacts"]);
        await File.WriteAllTextAsync(lab["secret/key"], "s3cret", Cancel);
        lab.Mlruns.Experiment("7", "lab").Run("7", Run1, uri: uri)
            .Write($"7/{Run1}/inputs/i1/meta.yaml", "source_id: ../../../secret\nsource_type: DATASET\n");

        await lab.ImportAsync();

        (await lab.Store.Artifacts.ListAsync((await lab.RunAsync(Run1)).ArtifactUri, cancellationToken: Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Names_and_values_of_every_kind_arrive_as_they_are()
    {
        await using var lab = await ImportLab.OpenAsync();
        const string Key = "größe/日本 語/a.b-c_d";
        const string Value = "'; DROP TABLE runs; --\r\n\t\"quoted\" \\ {curly} 🙂\n";
        lab.Mlruns.Write("7/meta.yaml", "experiment_id: '7'\nname: \"l\\xE4b '\\\" \\U0001F642\"\n").Run("7", Run1, name: "'it''s: a name'")
            .Write($"7/{Run1}/params/{Key}", Value).Write($"7/{Run1}/tags/{Key}", Value)
            .Points($"7/{Run1}", Key, (1, "-0.0", -9_223_372_036_854_775_808), (2, "1.7976931348623157e+308", 9_223_372_036_854_775_807), (3, "-inf", 0), (4, "5e-324", 0))
            .Write($"7/{Run1}/artifacts/ünï 'cödé' & 100%/日本.txt", "x");

        (await lab.ImportAsync()).Omissions.ShouldBeEmpty();

        var run = await lab.RunAsync(Run1);
        run.RunName.ShouldBe("it's: a name");
        (await lab.Store.Tracking.GetExperimentAsync(run.ExperimentId, Cancel)).Name.ShouldBe("läb '\" 🙂");
        run.Params.ShouldBe([new Param(Key, Value)]);
        run.Tags.ShouldContain(new Tag(Key, Value));
        (await lab.HistoryAsync(Run1, Key)).Select(point => point.Value).ShouldBe([-0.0, double.MaxValue, double.NegativeInfinity, double.Epsilon]);
        (await lab.ReadAsync(run.ArtifactUri, "ünï 'cödé' & 100%/日本.txt")).ShouldBe("x");
    }

    [Theory]
    [InlineData("nothing", "there is no such folder")]
    [InlineData("", "but")]
    [InlineData("file", "is a file")]
    [InlineData("empty", "no folder in it has a meta.yaml")]
    public async Task Open_WhatIsNoMlrunsFolder_IsRefused(string name, string message)
    {
        await using var lab = await ImportLab.OpenAsync();
        lab.Mlruns.Small();
        await File.WriteAllTextAsync(lab["file"], "x", Cancel);
        Directory.CreateDirectory(lab["empty"]);

        Should.Throw<BadInputException>(() => MlrunsSource.Open(lab[name])).Message.ShouldContain(message);
    }

    [Fact]
    public async Task Import_OfAnExperimentThatIsNotThere_IsRefused()
    {
        await using var lab = await ImportLab.OpenAsync();
        lab.Mlruns.Small();

        var error = await Should.ThrowAsync<BadInputException>(() => lab.ImportAsync(new ImportOptions { Experiments = ["Lab"] }));

        error.Message.ShouldContain("no experiment 'Lab'; did you mean \"lab\"?");
    }
}
