using Assay.Web.Experiments;

namespace Assay.Tests.Web.Experiments;

public sealed class RunsCsvTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+cmd", "'+cmd")]
    [InlineData("-x", "'-x")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("＠SUM(A1)", "'＠SUM(A1)")]
    [InlineData("=\"a\",b", "\"'=\"\"a\"\",b\"")]
    [InlineData("-1.5", "-1.5")]
    [InlineData("+1e-3", "+1e-3")]
    [InlineData("-1+1", "'-1+1")]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData(null, "")]
    public void Cell_NeverBecomesAFormula(string? text, string cell) => RunsCsv.Cell(text).ShouldBe(cell);

    [Fact]
    public void Line_EndsAsTheStandardSays() => RunsCsv.Line(["a", null, "b"]).ShouldBe("a,,b\r\n");
}
