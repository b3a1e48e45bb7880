using System.Text.Json.Serialization;

namespace Assay.Tests.Data;

public sealed class ObjectSourceTests
{
    [Fact]
    public async Task Anonymous_objects_have_their_properties_as_columns()
    {
        var dataset = Dataset.Of(new { inputs = "What is MLflow?", myScore = 1.5, ok = true, tags = new[] { "a" }, none = (string?)null });

        (await dataset.JsonAsync()).ShouldBe(["""{"inputs":"What is MLflow?","myScore":1.5,"ok":true,"tags":["a"],"none":null}"""]);
        (dataset.Name, dataset.SourceType, dataset.CanReadAgain).ShouldBe(("code", "code", true));
    }

    [Fact]
    public async Task Typed_objects_have_columns_in_snake_case_or_as_they_are_named() =>
        (await Dataset.From([new Question("Why?", "So.", 3)]).JsonAsync()).ShouldBe(["""{"inputs":"Why?","ground_truth":"So.","n":3}"""]);

    [Fact]
    public async Task Dictionaries_have_their_keys_as_columns()
    {
        var loose = new Dictionary<string, object?> { ["my column"] = "x", ["n"] = 2 };
        var texts = new SortedDictionary<string, string?> { ["b"] = null, ["a"] = "1" };

        (await Dataset.Of(loose, texts).JsonAsync()).ShouldBe(["""{"my column":"x","n":2}""", """{"a":"1","b":null}"""]);
    }

    [Fact]
    public async Task An_asynchronous_sequence_is_read_twice()
    {
        var dataset = Dataset.From(Numbers(3));

        (await dataset.ProfileAsync()).Rows.ShouldBe(3);
        (await dataset.JsonAsync()).ShouldBe(["""{"n":0}""", """{"n":1}""", """{"n":2}"""]);
    }

    [Fact]
    public async Task A_sequence_that_gives_other_rows_the_second_time_is_an_error()
    {
        var given = 3;
        var dataset = Dataset.From(Shrinking());
        await dataset.ProfileAsync();

        var error = await Should.ThrowAsync<BadInputException>(async () => await dataset.ReadAsync(TestContext.Current.CancellationToken).CountAsync());
        error.Message.ShouldContain("not those that were there at first");

        IEnumerable<object> Shrinking()
        {
            for (var i = 0; i < given; i++)
            {
                yield return new { n = i };
            }

            given--;
        }
    }

    [Theory]
    [InlineData("text", "code, row 1: a String is not a row; give an object with properties or a dictionary")]
    [InlineData(7, "code, row 1: a Int32 is not a row; give an object with properties or a dictionary")]
    [InlineData(null, "code, row 1: null is not a row; give an object with properties or a dictionary")]
    public async Task What_has_no_fields_is_no_row(object? row, string message) => (await Dataset.From([row]).ErrorAsync()).ShouldBe(message);

    [Fact]
    public async Task No_rows_are_an_error() => (await Dataset.Of().ErrorAsync()).ShouldBe("code: there are no rows; write one at least");

    private static async IAsyncEnumerable<object> Numbers(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.Yield();
            yield return new { n = i };
        }
    }

    private sealed record Question(string Inputs, string GroundTruth, [property: JsonPropertyName("n")] int Number);
}
