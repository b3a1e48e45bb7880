using Assay.Web.Runs.Inputs;

namespace Assay.Tests.Web.Runs.Inputs;

public sealed class DatasetSourceTests
{
    [Theory]
    [InlineData("""{"uri": "/data/a.csv"}""", "/data/a.csv", "")]
    [InlineData("""{"url": "https://example.org/a.csv"}""", "https://example.org/a.csv", "")]
    [InlineData("""{"path": "org/set", "config_name": null, "split": "train", "revision": "None"}""", "org/set", "split=train")]
    [InlineData("""{"tags": {"mlflow.user": "x", "mlflow.source.name": "train.py"}}""", "train.py", "mlflow.user=x")]
    [InlineData("""{"uri": "sample:qa", "steps": [{"sample": "40", "seed": "1"}, {"head": "5"}]}""", "sample:qa", "sample=40 seed=1 head=5")]
    [InlineData("""{"table_name": "t", "sql": "SELECT 1"}""", "t", "sql=SELECT 1")]
    [InlineData("""{"other": {"deep": [1]}}""", null, """other={"deep": [1]}""")]
    [InlineData("/data/a.csv", "/data/a.csv", "")]
    [InlineData("[1]", "[1]", "")]
    [InlineData("{}", null, "")]
    public void Of_WhatWasLogged_IsThePlaceAndTheRest(string source, string? place, string details)
    {
        var read = DatasetSource.Of(source);
        read.Place.ShouldBe(place);
        string.Join(' ', read.Details.Select(detail => $"{detail.Name}={detail.Value}")).ShouldBe(details);
    }

    [Fact]
    public void Of_FieldsWithoutEnd_AreTheFirst() =>
        DatasetSource.Of("{" + string.Join(',', Enumerable.Range(0, 5000).Select(i => $"\"k{i}\": {i}")) + "}").Details.Count.ShouldBe(20);
}
