namespace Assay.Tests.Data;

public sealed class RowIdTests
{
    private static readonly DatasetOptions ById = new() { IdColumn = "id" };

    [Fact]
    public async Task Without_an_id_column_the_id_is_the_digest_and_its_occurrence()
    {
        var rows = await Dataset.Of(new { a = "x" }, new { a = "y" }, new { a = "x" }, new { a = "x" }).RowsAsync();

        rows.Select(row => row.Id).ShouldBe([$"{rows[0].Digest}-1", $"{rows[1].Digest}-1", $"{rows[0].Digest}-2", $"{rows[0].Digest}-3"]);
        rows.Select(row => row.Index).ShouldBe([0, 1, 2, 3]);
    }

    [Fact]
    public async Task With_an_id_column_its_value_is_the_id()
    {
        var rows = await DatasetReading.OfText("{\"id\":7,\"a\":1}\n{\"id\":\"b\",\"a\":1}\n", options: ById).RowsAsync();

        rows.Select(row => row.Id).ShouldBe(["7", "b"]);
    }

    [Theory]
    [InlineData("id,a\n1,x\n2,y\n\n1,z\n", "data, line 5: the id \"1\" (column \"id\") is that of line 2 too; give every row its own")]
    [InlineData("id,a\n1,x\n,y\n", "data, line 3: no value in the id column \"id\"; give every row one, or leave the id column out")]
    [InlineData("id,a\n1,x\n\"\",y\n", "data, line 3: no value in the id column \"id\"; give every row one, or leave the id column out")]
    [InlineData("Id,a\n1,x\n", "data, line 2: the row has no column \"id\"; it has Id, a; did you mean \"Id\"?")]
    public async Task Bad_ids_are_errors_that_name_the_lines(string content, string message) =>
        (await DatasetReading.OfText(content, options: ById).ErrorAsync()).ShouldBe(message);

    [Fact]
    public async Task Repeated_ids_in_code_are_named_by_row()
    {
        var dataset = Dataset.From(new[] { new { id = 1 }, new { id = 2 }, new { id = 1 } }, "questions", ById);

        (await dataset.ErrorAsync()).ShouldBe("questions, row 3: the id \"1\" (column \"id\") is that of row 1 too; give every row its own");
    }

    [Fact]
    public async Task Head_looks_for_repeated_ids_no_further()
    {
        var dataset = DatasetReading.OfText("id\n1\n2\n1\n", options: ById with { Head = 2 });

        (await dataset.RowsAsync()).Count.ShouldBe(2);
    }
}
