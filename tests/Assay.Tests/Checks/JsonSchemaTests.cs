using System.Text.Json;
using Assay.Checks;

namespace Assay.Tests.Checks;

public sealed class JsonSchemaTests
{
    [Theory]
    [InlineData("""{"type":"object"}""", "{}", null)]
    [InlineData("""{"type":"object"}""", "[]", "the document is not of the type object")]
    [InlineData("""{"type":["string","null"]}""", "null", null)]
    [InlineData("""{"type":"integer"}""", "3.0", null)]
    [InlineData("""{"type":"integer"}""", "3.5", "the document is not of the type integer")]
    [InlineData("""{"enum":[1,"a",{"b":[2]}]}""", """{"b":[2.0]}""", null)]
    [InlineData("""{"enum":[1,"a"]}""", "\"b\"", "the document is none of the values allowed")]
    [InlineData("""{"const":5}""", "6", "the document is not the value asked for")]
    [InlineData("""{"minimum":1,"exclusiveMaximum":2}""", "2", "the document is not less than 2")]
    [InlineData("""{"multipleOf":0.1}""", "0.3", null)]
    [InlineData("""{"multipleOf":0.1}""", "0.35", "the document is no multiple of 0.1")]
    [InlineData("""{"minLength":2}""", "\"😀\"", "the document is shorter than 2 characters")]
    [InlineData("""{"pattern":"^[A-D]$"}""", "\"E\"", "the document does not match ^[A-D]$")]
    [InlineData("""{"pattern":"^[A-D]$"}""", "7", null)]
    [InlineData("""{"required":["a","b"]}""", """{"a":1}""", "the document has no 'b'")]
    [InlineData("""{"properties":{"a/b":{"type":"number"}}}""", """{"a/b":"x"}""", "/a~1b is not of the type number")]
    [InlineData("""{"properties":{"a":true},"additionalProperties":false}""", """{"a":1,"c":2}""", "/c is not allowed")]
    [InlineData("""{"patternProperties":{"^x":{"type":"number"}},"additionalProperties":{"type":"string"}}""", """{"x1":1,"y":2}""", "/y is not of the type string")]
    [InlineData("""{"propertyNames":{"maxLength":2}}""", """{"abc":1}""", "the document has the property 'abc', whose name is not allowed")]
    [InlineData("""{"minProperties":1,"maxProperties":1}""", """{"a":1,"b":2}""", "the document has more than 1 entries")]
    [InlineData("""{"items":{"type":"number"}}""", "[1,2,\"x\"]", "/2 is not of the type number")]
    [InlineData("""{"prefixItems":[{"type":"string"}],"items":false}""", "[\"a\",1]", "/1 is not allowed")]
    [InlineData("""{"minItems":1}""", "[]", "the document has fewer than 1 entries")]
    [InlineData("""{"uniqueItems":true}""", """[{"a":1,"b":2},{"b":2,"a":1}]""", "the document holds an item twice")]
    [InlineData("""{"contains":{"type":"number"},"maxContains":1}""", "[1,2]", "the document holds 2 of the items asked for")]
    [InlineData("""{"anyOf":[{"type":"string"},{"minimum":5}]}""", "4", "the document is valid by none of the schemas of anyOf (by the first: the document is not of the type string)")]
    [InlineData("""{"oneOf":[{"minimum":1},{"minimum":2}]}""", "3", "the document is valid by 2 schemas of oneOf, not by one")]
    [InlineData("""{"not":{"type":"null"}}""", "null", "the document is valid by the schema of not")]
    [InlineData("""{"allOf":[{"minimum":1},{"maximum":3}]}""", "2", null)]
    [InlineData("""{"$defs":{"tree":{"type":"object","properties":{"left":{"$ref":"#/$defs/tree"}},"required":["v"]}},"$ref":"#/$defs/tree"}""",
        """{"v":1,"left":{"v":2,"left":{}}}""", "/left/left has no 'v'")]
    [InlineData("""{"$ref":"#"}""", "1", "the document cannot be checked: the schema refers to itself without end")]
    [InlineData("""{"not":{"$ref":"#"}}""", "1", "the document cannot be checked: the schema refers to itself without end")]
    [InlineData("""{"anyOf":[{"$ref":"#"},{"$ref":"#"}]}""", "1", "the document cannot be checked: the schema refers to itself without end")]
    [InlineData("false", "1", "the document is not allowed")]
    [InlineData("""{"title":"T","description":"D","default":1,"examples":[]}""", "1", null)]
    public void FirstFault_NamesThePlace(string schema, string document, string? fault) =>
        JsonSchema.Parse(schema).FirstFault(JsonElement.Parse(document)).ShouldBe(fault);

    [Theory]
    [InlineData("""{"format":"email"}""", "#/format of the schema is a keyword that is not checked here")]
    [InlineData("""{"properties":{"a":{"if":{}}}}""", "#/properties/a/if of the schema is a keyword that is not checked here")]
    [InlineData("""{"type":"text"}""", "is no type; types are")]
    [InlineData("""{"$ref":"other.json"}""", "refers to another document")]
    [InlineData("""{"$ref":"#/$defs/none"}""", "refers to #/$defs/none, which is not there")]
    [InlineData("""{"pattern":"["}""", "is no regular expression")]
    [InlineData("""{"minLength":-1}""", "is no whole number from 0 up")]
    [InlineData("""{"anyOf":[]}""", "is no list of schemas")]
    [InlineData("""{"items":3}""", "is no schema")]
    [InlineData("{", "the schema is no JSON: line 1")]
    [InlineData("""{"items":true,"prefixItems":3}""", "is no list of schemas")]
    [InlineData("""{"properties":{"a":true,"a":false}}""", "the schema has a property twice")]
    [InlineData("""{"pattern":"\ud800"}""", "the schema holds half a character")]
    public void Parse_RefusesWhatItWouldNotCheck(string schema, string message) =>
        Should.Throw<FormatException>(() => JsonSchema.Parse(schema)).Message.ShouldContain(message);

    [Fact]
    public void FirstFault_PartsThatEachReferTwiceToTheNext_AreGivenUp()
    {
        var parts = string.Join(',', Enumerable.Range(0, 60).Select(i => $$"""
            "p{{i}}":{"anyOf":[{"$ref":"#/$defs/p{{i + 1}}"},{"$ref":"#/$defs/p{{i + 1}}"}]}
            """));
        var schema = JsonSchema.Parse($$"""{"$defs":{{{parts}},"p60":{"type":"null"} },"$ref":"#/$defs/p0"}""");

        schema.FirstFault(JsonElement.Parse("1")).ShouldBe("the document cannot be checked: the schema's parts refer to each other too often");
        schema.FirstFault(JsonElement.Parse("null")).ShouldBeNull();
    }
}
