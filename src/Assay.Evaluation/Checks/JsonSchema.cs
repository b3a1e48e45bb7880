using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Assay.Checks;

/// <summary>
/// A part of JSON Schema 2020-12: <c>type enum const</c>, <c>properties required additionalProperties patternProperties propertyNames
/// minProperties maxProperties</c>, <c>items prefixItems contains minItems maxItems uniqueItems</c>, <c>minimum maximum exclusiveMinimum
/// exclusiveMaximum multipleOf</c>, <c>minLength maxLength pattern</c>, <c>allOf anyOf oneOf not</c>, and <c>$ref</c> to a place of the same
/// schema. Titles, descriptions and other annotations say nothing about validity. Any other keyword is refused, since it would not be checked.
/// Patterns are .NET's. Safe for concurrent use.
/// </summary>
public sealed class JsonSchema
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly SchemaRule _rule;

    private JsonSchema(SchemaRule rule) => _rule = rule;

    /// <summary>Reads a schema.</summary>
    /// <exception cref="FormatException">It is no JSON, no schema, or has a keyword that is not known; the message says where.</exception>
    public static JsonSchema Parse(string schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        try
        {
            return new JsonSchema(new SchemaCompiler(JsonElement.Parse(schema, Strict)).Compile());
        }
        catch (JsonException exception)
        {
            throw new FormatException(
                exception.LineNumber is null ? "the schema has a property twice"
                    : $"the schema is no JSON: line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}",
                exception);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            throw new FormatException("the schema holds half a character (a surrogate without its other half)", exception);
        }
    }

    /// <summary>The first thing that is wrong with a value, with its place as a JSON pointer; null when it is valid.</summary>
    /// <exception cref="RegexMatchTimeoutException">A pattern took more than a second.</exception>
    /// <exception cref="InvalidOperationException">A text of the value holds half a character.</exception>
    public string? FirstFault(JsonElement value)
    {
        try
        {
            return _rule(value, new SchemaPlace("", 0, new SchemaWork(JsonMarshal.GetRawUtf8Value(value).Length)));
        }
        catch (EndlessSchemaException endless)
        {
            return $"the document cannot be checked: {endless.Message}";
        }
    }
}
