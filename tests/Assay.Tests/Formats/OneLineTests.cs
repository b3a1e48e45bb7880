using Assay.Formats;

namespace Assay.Tests.Formats;

public sealed class OneLineTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("12345", "12345")]
    [InlineData("123456", "12345…")]
    [InlineData("1234😀", "1234…")]
    public void Of_LeavesOneLine_OfWholeCharacters(string? text, string line) => OneLine.Of(text, 5).ShouldBe(line);

    [Fact]
    public void Of_TakesLineBreaksAndControlCharactersForASpace() => OneLine.Of("  two\r\n\tlines \u001b[31m").ShouldBe("two lines [31m");
}
