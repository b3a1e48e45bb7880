using Assay.Data;

namespace Assay.Tests.Data.Schema;

public sealed class SchemaTests
{
    [Fact]
    public async Task Columns_HaveTheTypesOfTheirValues()
    {
        var profile = await DatasetReading.OfText(
            """
            {"text":"a","whole":1,"number":1,"truth":true,"list":[1],"object":{"a":1},"mixed":1,"none":null}
            {"text":"1","whole":-2,"number":2.5,"truth":false,"list":[],"object":{},"mixed":"x","late":1}
            """).ProfileAsync();

        profile.Schema.Select(column => (column.Name, column.Type)).ShouldBe(
        [
            ("text", ColumnType.Text), ("whole", ColumnType.Integer), ("number", ColumnType.Number), ("truth", ColumnType.Boolean),
            ("list", ColumnType.List), ("object", ColumnType.Object), ("mixed", ColumnType.Mixed), ("none", ColumnType.Empty), ("late", ColumnType.Integer),
        ]);
        profile.Schema[8].NullShare.ShouldBe(0.5);
        profile.SchemaJson.ShouldBe(
            """{"mlflow_colspec":[{"type":"string","name":"text","required":true},{"type":"long","name":"whole","required":true},{"type":"double","name":"number","required":true},"""
            + """{"type":"boolean","name":"truth","required":true},{"type":"array","items":{"type":"any"},"name":"list","required":true},{"type":"any","name":"object","required":true},"""
            + """{"type":"any","name":"mixed","required":true},{"type":"any","name":"none","required":false},{"type":"long","name":"late","required":false}]}""");
    }

    [Fact]
    public async Task Columns_OfCsv_AreTextsThatMayReadAsNumbers()
    {
        var profile = await DatasetReading.OfText("a,b,c,d\n1,1.5,true,x\n2,2,FALSE,1\n").ProfileAsync();

        profile.Schema.ShouldAllBe(column => column.Type == ColumnType.Text);
        profile.Schema.Select(column => column.ReadsAs).ShouldBe([ColumnType.Integer, ColumnType.Number, ColumnType.Boolean, null]);
    }

    [Fact]
    public async Task Values_OfFewKinds_AreCounted()
    {
        var profile = await Dataset.From(Enumerable.Range(0, 100).Select(n => new { n, kind = n % 3 == 0 ? "a" : "b", twenty = n % 20 })).ProfileAsync();

        profile.Schema[0].Values.ShouldBeNull();
        profile.Schema[1].Values.ShouldBe([new ValueCount("b", 66), new ValueCount("a", 34)]);
        profile.Schema[2].Values!.Count.ShouldBe(20);
    }
}
