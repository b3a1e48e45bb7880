using Assay.Scoring;

namespace Assay.Tests.Scoring;

public sealed class ExactMatchTests
{
    [Theory]
    [InlineData("Paris", "Paris", true)]
    [InlineData("Paris", "paris", false)]
    [InlineData("Paris ", "Paris", false)]
    [InlineData("", "", true)]
    public void IsMatch_NoOptions_ComparesRawValues(string prediction, string reference, bool equal) =>
        new ExactMatch().IsMatch(prediction, reference).ShouldBe(equal);

    [Theory]
    [InlineData("İ", "i\u0307")]
    [InlineData("ΟΔΟΣ", "οδος")]
    [InlineData("ΣΣ'", "σς'")]
    [InlineData("\u212A", "k")]
    [InlineData("ªΣ ⓐΣⓐ", "ªς ⓐσⓐ")]
    [InlineData("\U00010400Σ.", "\U00010428ς.")]
    public void IsMatch_IgnoreCase_LowersAsPythonDoes(string prediction, string reference) =>
        new ExactMatch(new ExactMatchOptions { IgnoreCase = true }).IsMatch(prediction, reference).ShouldBeTrue();

    [Fact]
    public void Constructor_BrokenRegex_Throws() =>
        Should.Throw<ArgumentException>(() => new ExactMatch(new ExactMatchOptions { RegexesToIgnore = ["("] })).Message.ShouldContain("(");
}
