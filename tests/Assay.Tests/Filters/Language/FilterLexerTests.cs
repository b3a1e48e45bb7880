using Assay.Filters;

namespace Assay.Tests.Filters.Language;

public sealed class FilterLexerTests
{
    [Theory]
    [InlineData("metrics.a>=-1.5e3", "Name:metrics.a Sign:>= Number:-1.5e3")]
    [InlineData("tags.`x y`='it''s'", "Name:tags.`x y` Sign:= Text:'it''s'")]
    [InlineData("params.\"a.b\" != \"c\"", "Name:params.\"a.b\" Sign:!= Name:\"c\"")]
    [InlineData("`metrics`.`a/b`<1", "Name:`metrics`.`a/b` Sign:< Number:1")]
    [InlineData("metrics.a/b-c:d@e<.5", "Name:metrics.a/b-c:d@e Sign:< Number:.5")]
    [InlineData("run_id IN ('a', \"b\",)", "Name:run_id Name:IN Open:( Text:'a' Comma:, Name:\"b\" Comma:, Close:)")]
    [InlineData("a = 'x\\'y'", "Name:a Sign:= Text:'x\\'y'")]
    [InlineData("a = 'C:\\'", "Name:a Sign:= Text:'C:\\'")]
    [InlineData("a = 'b''", "Name:a Sign:= Text:'b' Other:'")]
    [InlineData("1abc 1.2.3 5x", "Name:1abc Name:1.2.3 Name:5x")]
    [InlineData("ключ.é = 1", "Name:ключ.é Sign:= Number:1")]
    [InlineData("a ; $", "Name:a Other:; Other:$")]
    [InlineData(" \t\n", "")]
    public void Read_cuts_into_tokens(string source, string expected) =>
        string.Join(' ', FilterLexer.Read(source).Select(token => $"{token.Kind}:{token.Text}")).ShouldBe(expected);

    [Fact]
    public void Read_every_character_is_in_a_token_at_its_place_or_blank()
    {
        const string Source = "metrics.`a b` > 1 AND tags.x = 'y' $ \"z";
        var rest = Source.ToCharArray();
        foreach (var token in FilterLexer.Read(Source))
        {
            Source[token.Start..token.End].ShouldBe(token.Text);
            rest.AsSpan(token.Start, token.Text.Length).Fill(' ');
        }

        new string(rest).ShouldBeNullOrWhiteSpace();
    }
}
