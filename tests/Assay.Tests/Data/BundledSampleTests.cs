namespace Assay.Tests.Data;

public sealed class BundledSampleTests
{
    public static TheoryData<string> Names => [.. BundledSample.All.Select(sample => sample.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_sample_is_what_its_entry_says(string name)
    {
        var sample = BundledSample.All.Single(sample => sample.Name == name);

        var profile = await Dataset.Bundled(name).ProfileAsync();

        profile.Rows.ShouldBe(sample.Rows);
        profile.Columns.ShouldBe(sample.Columns);
        profile.Schema.Where(column => name != "mt-bench" || column.Name != "ground_truth").ShouldAllBe(column => column.NullShare == 0);
        (await Dataset.Bundled(name).RowsAsync()).ShouldAllBe(row => !row.ToJson().Contains('\uFFFD') && !row.ToJson().Contains("Ã©") && !string.IsNullOrWhiteSpace(row["inputs"]));
    }

    [Fact]
    public async Task Sentences_are_half_positive_and_half_negative()
    {
        var profile = await Dataset.FromAddress("sample:sentiment").ProfileAsync();

        profile.Schema[1].Values!.Select(value => (value.Value, value.Rows)).ShouldBe([("negative", 250), ("positive", 250)]);
    }

    [Fact]
    public void An_unknown_name_is_told() => Should.Throw<BadInputException>(() => Dataset.Bundled("sentimet")).Message.ShouldBe(
        "sample:sentimet: there is no such sample; there are lab-questions, sentiment, open-qa, translation, mt-bench; did you mean \"sentiment\"?");
}
