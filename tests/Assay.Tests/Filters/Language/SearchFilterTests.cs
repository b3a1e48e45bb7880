using Assay.Filters;

namespace Assay.Tests.Filters.Language;

public sealed class SearchFilterTests
{
    private static readonly Dictionary<string, EntityFields> Tables = new()
    {
        ["registered_models"] = Entities.RegisteredModels,
        ["model_versions"] = Entities.ModelVersions,
        ["logged_models"] = Entities.LoggedModels,
    };

    [Theory]
    [InlineData("registered_models", "name LIKE 'm-%' AND tags.`a b` != 'x'", "Attribute name Like m-% | Tag a b NotEqual x")]
    [InlineData("registered_models", "attribute.name ilike 'M'", "Attribute name LikeIgnoringCase M")]
    [InlineData("model_versions", "name='m' and version_number >= 2", "Attribute name Equal m | Attribute version_number GreaterOrEqual 2")]
    [InlineData("model_versions", "version_number = '3'", "Attribute version_number Equal 3")]
    [InlineData("model_versions", "run_id IN ('a','b') AND source_path = 's3://x'", "Attribute run_id In a,b | Attribute source_path Equal s3://x")]
    [InlineData("logged_models", "metrics.acc > 0.5 AND params.k = 'v' AND creation_time < 9", "Metric acc Greater 0.5 | Parameter k Equal v | Attribute creation_timestamp Less 9")]
    [InlineData("logged_models", "name = 'table.json' AND attributes.status IN ('READY')", "Attribute name Equal table.json | Attribute status In READY")]
    public void Parse_gives_conditions(string entity, string filter, string expected) =>
        string.Join(" | ", SearchFilter.Parse(filter, Tables[entity]).Select(condition =>
            $"{condition.Field.Kind} {condition.Field.Key} {condition.Comparison} {condition.Text ?? condition.Number?.ToString() ?? string.Join(',', condition.List!)}"))
        .ShouldBe(expected);

    [Theory]
    [InlineData("registered_models", "version_number = 1", "Invalid attribute key 'version_number' specified. Valid keys are '{'name'}'")]
    [InlineData("registered_models", "name IN ('a')", "Only the 'run_id' attribute supports comparison with a list of quoted string values.")]
    [InlineData("registered_models", "name = 1", "Expected a quoted string value or a list of quoted string values for attributes. Got value 1")]
    [InlineData("registered_models", "metrics.a > 1", "Invalid entity type 'metrics'. Valid entity types are ('attribute', 'tag', 'tags')")]
    [InlineData("model_versions", "version_number = 'x'", "Expected numeric value type for numeric attribute: version_number. Found 'x'")]
    [InlineData("model_versions", "run_id > 'a'", "Invalid comparator '>' not one of '{'!=', '=', 'LIKE', 'ILIKE', 'IN', 'NOT IN'}'")]
    [InlineData("logged_models", "dataset.name = 'x'", "Invalid entity type 'dataset'. Valid values are ['metric', 'parameter', 'tag', 'attribute']")]
    public void Parse_what_the_entity_does_not_allow_is_refused(string entity, string filter, string message)
    {
        var error = Should.Throw<AssayException>(() => SearchFilter.Parse(filter, Tables[entity]));
        error.Message.ShouldBe(message);
        error.Code.ShouldBe(ErrorCode.InvalidParameterValue);
    }

    [Fact]
    public void Parse_is_bounded()
    {
        Refusal(string.Join(" AND ", Enumerable.Repeat("metrics.a > 1", 101))).ShouldBe("The filter has 101 conditions. It may have at most 100");
        Refusal($"run_id IN ({string.Join(',', Enumerable.Repeat("'a'", 10_001))})").ShouldBe("A list in the filter has 10001 values. It may have at most 10000");
        Refusal(new string('(', (1 << 19) + 1)).ShouldBe("The filter has 524289 characters. It may have at most 524288");
        SearchFilter.Parse($"run_id IN ({string.Join(',', Enumerable.Repeat("'a'", 10_000))})", Entities.Runs).ShouldHaveSingleItem();
    }

    [Fact]
    public void Parse_any_text_is_read_or_refused_in_time_that_grows_with_it()
    {
        foreach (var piece in (string[])["'", "\"", "`", "\\'", "''", "(", "a ", "a.", "IN (", "NOT ", "a = 'b' AND ", "a IN (", "1", "'a' ", "run_id IN ('a' ", "-", "%", "\0", "\ud800"])
        {
            var source = string.Concat(Enumerable.Repeat(piece, 400_000 / piece.Length));
            Should.Throw<AssayException>(() => SearchFilter.Parse(source + "?", Entities.Runs)).Code.ShouldBe(ErrorCode.InvalidParameterValue);
        }
    }

    private static string Refusal(string filter) => Should.Throw<AssayException>(() => SearchFilter.Parse(filter, Entities.Runs)).Message;
}
