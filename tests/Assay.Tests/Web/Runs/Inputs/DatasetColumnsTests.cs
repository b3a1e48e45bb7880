using Assay.Web.Runs.Inputs;

namespace Assay.Tests.Web.Runs.Inputs;

public sealed class DatasetColumnsTests
{
    [Fact]
    public void Of_ATable_NamesTypesAndWhatIsRequired()
    {
        var columns = DatasetColumns.Of("""{"mlflow_colspec": [{"type": "string", "name": "inputs", "required": true}, {"type": "long", "required": false}]}""");
        columns.ShouldBe([new DatasetColumn("inputs", "string", true), new DatasetColumn(null, "long", false)]);
    }

    [Fact]
    public void Of_NestedTypes_SaysWhatIsInThem()
    {
        const string Schema = """
            {"mlflow_colspec": [
              {"type": "array", "items": {"type": "map", "values": {"type": "double"}}, "name": "a", "required": true},
              {"type": "object", "properties": {"role": {"type": "string"}, "n": {"type": "array", "items": {"type": "long"}}}, "name": "o"}]}
            """;
        DatasetColumns.Of(Schema)!.Select(column => column.Type).ShouldBe(["array<map<double>>", "object{role: string, n: array<long>}"]);
    }

    [Fact]
    public void Of_Tensors_WhichAreJsonWithinJson_HaveKindAndShape()
    {
        const string Schema = """
            {"mlflow_tensorspec": {"features": "[{\"type\": \"tensor\", \"tensor-spec\": {\"dtype\": \"float64\", \"shape\": [-1, 8, 8]}}]",
                                   "targets": "[{\"name\": \"label\", \"type\": \"tensor\", \"tensor-spec\": {\"dtype\": \"int64\", \"shape\": [-1]}}]"}}
            """;
        DatasetColumns.Of(Schema).ShouldBe([new DatasetColumn("features", "float64 [-1, 8, 8]", null), new DatasetColumn("targets label", "int64 [-1]", null)]);
        DatasetColumns.Of("""{"mlflow_tensorspec": {"features": "[{\"type\": \"tensor\", \"tensor-spec\": {}}]", "targets": null}}""")
            .ShouldBe([new DatasetColumn("features", "tensor", null)]);
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"mlflow_colspec\": {}}")]
    [InlineData("{\"mlflow_colspec\": [1, null]}")]
    [InlineData("{\"mlflow_colspec\": [{\"name\": \"without a type\"}]}")]
    [InlineData("{\"mlflow_tensorspec\": \"x\"}")]
    [InlineData("{\"\\ud800\": 1}")]
    [InlineData("{\"mlflow_colspec\": [{\"\\ud800\": 1}]}")]
    [InlineData("{\"mlflow_tensorspec\": {\"features\": \"no json\"}}")]
    [InlineData("{\"mlflow_tensorspec\": {\"features\": 3, \"targets\": [4]}}")]
    public void Of_AnythingElse_IsNone(string schema) => DatasetColumns.Of(schema).ShouldBeNull();

    [Fact]
    public void Of_NamesThatAreNoText_AreReadAsTheyAreWritten() =>
        DatasetColumns.Of("""{"mlflow_colspec": [{"type": "\ud800", "name": ["<b>"]}]}""").ShouldBe([new DatasetColumn("[\"<b>\"]", "\"\\ud800\"", null)]);
}
