using System.Text;
using Assay.Web.Artifacts;

namespace Assay.Tests.Web.Artifacts;

public sealed class TabularTextTests
{
    [Fact]
    public void Delimited_QuotesLineEndsAndEmptyValues_AreRead()
    {
        var table = DelimitedReader.Read("a,b\r\n\"x, \"\"y\"\"\",\"two\nlines\"\n,\n", ',', 10, isCut: false);
        table.Columns.ShouldBe(["a", "b"]);
        table.Rows.Count.ShouldBe(2);
        table.Rows[0].ShouldBe(["x, \"y\"", "two\nlines"]);
        table.Rows[1].ShouldBe(["", ""]);
        table.HasMore.ShouldBeFalse();
    }

    [Fact]
    public void Delimited_CutWithinARow_LeavesThatRowOut()
    {
        var table = DelimitedReader.Read("a\tb\n1\t2\n3\t", '\t', 10, isCut: true);
        table.Rows.Count.ShouldBe(1);
        table.HasMore.ShouldBeTrue();
    }

    [Fact]
    public void Delimited_MoreRowsThanAreShown_AreToldOf()
    {
        var table = DelimitedReader.Read("a\n1\n2\n3\n", ',', 2, isCut: false);
        table.Rows.Count.ShouldBe(2);
        table.HasMore.ShouldBeTrue();
    }

    [Fact]
    public void JsonTable_OfMlflow_IsRead()
    {
        var table = Json("""{"columns":["in","score"],"data":[["a",1.5],[null,{"x":[1]}]]}""", 10, isCut: false);
        table!.Columns.ShouldBe(["in", "score"]);
        table.Rows[0].ShouldBe(["a", "1.5"]);
        table.Rows[1].ShouldBe(["null", """{"x":[1]}"""]);
        table.HasMore.ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"columns":["a"],"data":[["1"],["2"],["thr""")]
    [InlineData("""{"columns":["a"],"data":[["1"],["2"],[{"x":""")]
    [InlineData("""{"columns":["a"],"data":[["1"],["2"],""")]
    public void JsonTable_CutAnywhere_ShowsTheRowsBefore(string json)
    {
        var table = Json(json, 10, isCut: true);
        table!.Rows.Count.ShouldBe(2);
        table.HasMore.ShouldBeTrue();
    }

    [Fact]
    public void JsonTable_MoreRowsThanAreShown_AreToldOf() => Json("""{"columns":["a"],"data":[[1],[2],[3]]}""", 2, isCut: false)!.HasMore.ShouldBeTrue();

    [Theory]
    [InlineData("[1,2]")]
    [InlineData("""{"columns":3}""")]
    [InlineData("""{"other":[1]}""")]
    [InlineData("no json")]
    [InlineData("")]
    public void JsonTable_OfAnythingElse_IsNone(string json) => Json(json, 10, isCut: false).ShouldBeNull();

    private static TabularText? Json(string json, int most, bool isCut) => JsonTableReader.Read(Encoding.UTF8.GetBytes(json), most, isCut);

    [Fact]
    public void Json_BytesAndEscapesThatAreNoLetters_AreShown()
    {
        var json = Encoding.Latin1.GetBytes("{\"columns\": [\"\\ud800\"], \"data\": [[\"\u00ff\"], [[\"\u00ff\"]]]}");
        var table = JsonTableReader.Read(json, 10, isCut: false)!;
        table.Columns.ShouldBe(["\\ud800"]);
        table.Rows.Select(row => row[0]).ShouldBe(["\uFFFD", "[\"\uFFFD\"]"]);
    }

    [Fact]
    public void Json_ANameThatIsHalfALetter_IsNoTable() => JsonTableReader.Read("{\"\\ud800\": 1}"u8, 10, isCut: false).ShouldBeNull();
}
