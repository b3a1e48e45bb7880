namespace Assay.Tests.Data.Where;

public sealed class RowFilterTests
{
    private static readonly Dataset Films = DatasetReading.OfText(
        """
        {"id":1,"label":"positive","length":12,"score":0.5,"seen":true,"text":"A film, it's good"}
        {"id":2,"label":"negative","length":8,"score":-1,"seen":false,"text":"AND OR NOT"}
        {"id":3,"label":"positive","length":"7","score":null,"seen":"true","text":"漢字"}
        {"id":4,"label":null,"length":"long","my column":"x","text":""}
        """);

    public static TheoryData<string, int[]> Conditions => new()
    {
        { "label = 'positive'", [1, 3] },
        { "label = \"positive\" and length > 10", [1] },
        { "label = 'x' OR id = 4", [4] },
        { "label != 'positive'", [2] },
        { "not label = 'positive'", [2] },
        { "label is null", [4] },
        { "label is not null", [1, 2, 3] },
        { "length >= 7", [1, 2, 3] },
        { "length < 8", [3] },
        { "score < 0", [2] },
        { "score = -1e0", [2] },
        { "seen = true", [1, 3] },
        { "seen != true", [2] },
        { "label in ('negative', 'other')", [2] },
        { "label not in ('negative')", [1, 3] },
        { "id in (1, 4)", [1, 4] },
        { "text contains 'it''s'", [1] },
        { "text not contains 'film'", [2, 3, 4] },
        { "text like 'A%'", [1, 2] },
        { "text ilike '%FILM%'", [1] },
        { "text like '__'", [3] },
        { "length(text) = 2", [3] },
        { "length(text) > 5 and not (id = 2 or id = 3)", [1] },
        { "id = 1 or id = 2 and label = 'positive'", [1] },
        { "text = 'AND OR NOT'", [2] },
        { "`my column` = 'x'", [4] },
        { "\"my column\" = 'x'", [4] },
        { "id <> 1 and id <> 2 and id <> 3", [4] },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public async Task A_condition_keeps_its_rows(string condition, int[] ids)
    {
        (await Films.Where(condition).RowsAsync()).Select(row => int.Parse(row["id"]!, null)).ShouldBe(ids);
    }

    [Theory]
    [InlineData("", "--where: the condition is empty; write one like \"label = 'positive' and length(inputs) > 10\"")]
    [InlineData("label", "--where \"label\": at its end a comparison is expected (=, !=, <, <=, >, >=, in, like, ilike, contains, is null)")]
    [InlineData("label = ", "--where \"label = \": at its end a value is expected: a number, or a text in single quotes")]
    [InlineData("label = positive", "--where \"label = positive\", character 9: a value is expected: a number, or a text in single quotes, not positive")]
    [InlineData("label =! 'a'", "--where \"label =! 'a'\", character 7: there are =, !=, <, <=, > and >=, not =!")]
    [InlineData("label = 'a' label = 'b'", "--where \"label = 'a' label = 'b'\", character 13: \"and\" or \"or\" is expected, not label")]
    [InlineData("(label = 'a'", "--where \"(label = 'a'\": at its end \")\" is expected")]
    [InlineData("label in 'a'", "--where \"label in 'a'\", character 10: a list is expected, such as ('a', 'b'), not 'a'")]
    [InlineData("and label = 'a'", "--where \"and label = 'a'\", character 1: a column is expected, not and")]
    [InlineData("label is 'a'", "--where \"label is 'a'\", character 10: \"null\" is expected, not 'a'")]
    public void A_condition_that_cannot_be_read_is_told_where(string condition, string message) =>
        Should.Throw<BadInputException>(() => Films.Where(condition)).Message.ShouldBe(message);

    [Fact]
    public void Nesting_has_an_end() =>
        Should.Throw<BadInputException>(() => Films.Where(new string('(', 100_000) + "id = 1")).Message.ShouldContain("nested too deeply");

    [Fact]
    public async Task What_no_row_has_is_told()
    {
        (await Films.Where("lable = 'positive'").ErrorAsync()).ShouldBe(
            "--where: data has no column \"lable\"; it has id, label, length, score, seen, text, my column; did you mean \"label\"?");
        (await Films.Where("id > 10").ErrorAsync()).ShouldBe("--where \"id > 10\": none of the 4 rows of data is like that; ask for others");
    }
}
