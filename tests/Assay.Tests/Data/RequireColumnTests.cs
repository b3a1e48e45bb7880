using Assay.Data;

namespace Assay.Tests.Data;

public sealed class RequireColumnTests
{
    private static readonly DatasetProfile Profile = new(2, "", ["inputs", "ground_truth", "predictions"]);

    [Fact]
    public void A_known_column_is_fine() => Profile.RequireColumn("inputs", "data.csv", "--reference");

    [Theory]
    [InlineData("ground_thruth", "--reference: data.csv has no column \"ground_thruth\"; it has inputs, ground_truth, predictions; did you mean \"ground_truth\"?")]
    [InlineData("answer", "--reference: data.csv has no column \"answer\"; it has inputs, ground_truth, predictions")]
    public void An_unknown_column_is_named_with_those_there_are(string column, string message) =>
        Should.Throw<BadInputException>(() => Profile.RequireColumn(column, "data.csv", "--reference")).Message.ShouldBe(message);
}
