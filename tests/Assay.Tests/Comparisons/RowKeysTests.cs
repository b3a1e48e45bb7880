using Assay.Comparisons;
using Assay.Evaluations;

namespace Assay.Tests.Comparisons;

public sealed class RowKeysTests
{
    [Theory]
    [InlineData("""{"inputs":"\ud800"}""")]
    [InlineData("""{"\ud800":"a"}""")]
    public void ARowThatHoldsHalfALetter_IsFoundByWhatIsWritten(string fields)
    {
        var key = Keys().Of(Row(fields));
        Keys().Of(Row(fields)).ShouldBe(key);
        Keys().Of(Row("""{"inputs":"a"}""")).ShouldNotBe(key);
    }

    private static RowKeys Keys() => new("outputs", byContent: true, groupColumn: null);

    private static EvaluationRow Row(string fields) => new() { RowId = "r", Index = 0, Digest = new string('0', 32), Fields = fields, Scores = [] };
}
