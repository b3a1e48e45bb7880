using System.Globalization;
using Assay.Import;
using Assay.Import.Mlruns;

namespace Assay.Tests.Import;

/// <summary>The lines of a metric's file.</summary>
public sealed class MetricFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("1 0.5 2\n", "1|0.5|2|")]
    [InlineData("1 0.5\n", "1|0.5|0|")]
    [InlineData("  1 \t0.5  2 \r\n", "1|0.5|2|")]
    [InlineData("1 NaN 1\n1 nan 2\n1 inf 3\n1 -inf 4\n1 Infinity 5\n1 -Infinity 6\n1 +inf 7\n", "1|NaN|1| 1|NaN|2| 1|Infinity|3| 1|-Infinity|4| 1|Infinity|5| 1|-Infinity|6| 1|Infinity|7|")]
    [InlineData("1 1e-05 -3\n1 1E+300 1\n", "1|1E-05|-3| 1|1E+300|1|")]
    [InlineData("1 2 3 my data set d1\n", "1|2|3|my data set d1")]
    [InlineData("1 2 3", "1|2|3|")]
    [InlineData("1 2 3\n4 5 6", "1|2|3| 4|5|6|")]
    [InlineData("\n\n1 2 3\n\n", "1|2|3|")]
    public void Read_Lines_GivesTheirPoints(string text, string expected) => Read(text).ShouldBe((expected, ""));

    [Theory]
    [InlineData("1 2 3\n4 5", "1|2|3|", "line 2 cannot be read")]
    [InlineData("1 2 3\n4", "1|2|3|", "line 2 cannot be read")]
    [InlineData("1 x 3\n4 5 6\n7 8 9.5\n", "4|5|6|", "2 lines cannot be read, the first is line 1")]
    [InlineData("1,5 2 3\n4 5 6\n", "4|5|6|", "line 1 cannot be read")]
    [InlineData("1 2 99999999999999999999\n4 5 6\n", "4|5|6|", "line 1 cannot be read")]
    [InlineData("", "", "its file is empty")]
    public void Read_DamagedLines_AreNamedAndPassedOver(string text, string expected, string omission) => Read(text).ShouldBe((expected, omission));

    [Fact]
    public void Read_AHugeLine_IsPassedOverWhateverFollows()
    {
        var (points, omission) = Read($"1 2 3\n{new string('9', 300_000)}\n4 5 6\n{new string('x', 300_000)}");
        points.ShouldBe("1|2|3| 4|5|6|");
        omission.ShouldBe("2 lines cannot be read, the first is line 2");
    }

    [Fact]
    public void Read_LinesAcrossTheBuffersEnds_AreWhole()
    {
        var lines = Enumerable.Range(0, 20_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"{1_700_000_000_000 + i} {i}.5 {i}")).ToList();
        var (points, omission) = Read(string.Join('\n', lines) + "\n");
        omission.ShouldBe("");
        points.Split(' ').ShouldBe(lines.Select(line => line.Replace(' ', '|') + "|"));
    }

    private (string Points, string Omission) Read(string text)
    {
        var ledger = new ImportLedger(TimeProvider.System);
        var points = new MetricFile(_folder.Write("m", text), "metric 'm'", new PartLog(ledger, "run")).Read()
            .Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.Timestamp}|{line.Value}|{line.Step}|{line.Rest}")).ToList();
        return (string.Join(' ', points), string.Join("; ", ledger.Report().Omissions.Select(omission => omission.Reason)));
    }
}
