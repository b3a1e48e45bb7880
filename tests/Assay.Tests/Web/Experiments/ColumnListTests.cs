using Assay.Web.Experiments;

namespace Assay.Tests.Web.Experiments;

public sealed class ColumnListTests
{
    [Theory]
    [InlineData("status", "status")]
    [InlineData("metrics.toxicity/v1/mean", "metrics.toxicity/v1/mean")]
    [InlineData("params.a b", "params.`a b`")]
    [InlineData("tags.a`b", "tags.\"a`b\"")]
    [InlineData("tags.a`b\"c", null)]
    [InlineData("metrics.loss..x", "metrics.`loss..x`")]
    [InlineData("started", "start_time")]
    [InlineData("duration", null)]
    public void Column_OfAText_IsAFieldOfTheFilterLanguage(string text, string? field)
    {
        var column = RunColumn.Find(text).ShouldNotBeNull();
        column.Text.ShouldBe(text);
        column.Field.ShouldBe(field);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing")]
    [InlineData("metrics.")]
    public void Column_OfAnotherText_IsNone(string text) => RunColumn.Find(text).ShouldBeNull();

    [Fact]
    public void Columns_WithCommasAndPercentSigns_AreReadAsTheyWereWritten()
    {
        RunColumn[] columns = [new(ColumnKind.Param, "a,b%2C"), new(ColumnKind.Metric, "x"), new(ColumnKind.Attribute, "status")];
        ColumnList.Write(columns).ShouldBe("params.a%2Cb%252C,metrics.x,status");
        ColumnList.Read(ColumnList.Write(columns)).ShouldBe(columns);
    }

    [Fact]
    public void Columns_ReadTwiceOrUnknownOrTheName_AreLeftOut()
    {
        ColumnList.Read("metrics.x,metrics.x,name,what").ShouldBe([new RunColumn(ColumnKind.Metric, "x")]);
        ColumnList.Read("what").ShouldBeNull();
        ColumnList.Read(null).ShouldBeNull();
    }

    [Fact]
    public void Columns_OfAnEndlessAddress_AreCut() =>
        ColumnList.Read(string.Join(',', Enumerable.Range(0, 1000).Select(i => $"metrics.{i}")))!.Count.ShouldBe(ColumnList.Most);

    [Theory]
    [InlineData("b", -1, "bac")]
    [InlineData("b", 1, "acb")]
    [InlineData("a", -1, "abc")]
    [InlineData("c", 1, "abc")]
    [InlineData("z", 1, "abc")]
    public void Move_ByOne_KeepsTheRest(string key, int by, string expected)
    {
        var columns = "abc".Select(c => new RunColumn(ColumnKind.Metric, c.ToString())).ToList();
        string.Concat(ColumnList.Move(columns, new RunColumn(ColumnKind.Metric, key), by).Select(column => column.Key)).ShouldBe(expected);
    }
}
