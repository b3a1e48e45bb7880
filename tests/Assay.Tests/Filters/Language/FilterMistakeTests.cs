using Assay.Filters;

namespace Assay.Tests.Filters.Language;

public sealed class FilterMistakeTests
{
    [Theory]
    [InlineData("metrics.a > 1 AND nonsense", "nonsense", "Comparison")]
    [InlineData("metrics.a > 1 OR metrics.b > 1", "OR", "Comparison")]
    [InlineData("foo.a > 1", "foo.a", "Field")]
    [InlineData("metrics.a > 1 AND model = 'x'", "model", "Field")]
    [InlineData("metrics.a >  'abc'", ">  'abc'", "Number")]
    [InlineData("params.model = small AND metrics.a > 1", "= small", "Text")]
    [InlineData("params.a > '1'", "> '1'", "Text")]
    [InlineData("'a' = 'b'", "'a'", "Comparison")]
    public void Find_SaysWhereAndWhatKind(string filter, string wrong, string kind)
    {
        var mistake = FilterMistake.Find(filter, Entities.Runs).ShouldNotBeNull();
        mistake.Place.ShouldNotBeNull().In(filter).ShouldBe(wrong);
        mistake.Message.ShouldNotBeEmpty();
        mistake.Kind.ToString().ShouldBe(kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("metrics.a > 1 AND params.b = 'x AND y'")]
    public void Find_InAFilterThatIsWell_IsNothing(string filter) => FilterMistake.Find(filter, Entities.Runs).ShouldBeNull();

    [Theory]
    [InlineData("", "Field", "")]
    [InlineData("met", "Field", "met")]
    [InlineData("metrics.`a b", "Field", "metrics.`a b")]
    [InlineData("metrics.a ", "Comparator", "")]
    [InlineData("metrics.a >", "Value", "")]
    [InlineData("params.m = 'sm", "Value", "'sm")]
    [InlineData("params.m NOT ", "Comparator", "")]
    [InlineData("params.m = 'x' ", "Connection", "")]
    [InlineData("params.m = 'x' AND ", "Field", "")]
    [InlineData("run_id IN (", "Value", "")]
    public void Gap_IsWhatIsWrittenNext(string before, string kind, string written)
    {
        var gap = FilterGap.At(before);
        gap.Kind.ToString().ShouldBe(kind);
        gap.Place.In(before).ShouldBe(written);
    }
}
