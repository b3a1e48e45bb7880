using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace Assay.Server.OpenApi;

/// <summary>What is sent or answered by an <see cref="Operation"/>. Its schema is made when somebody asks for the document.</summary>
internal sealed class OperationBody
{
    private static readonly JsonSchemaExporterOptions Options = new() { TreatNullObliviousAsNonNullable = true };
    private readonly Func<JsonNode> _schema;

    private OperationBody(string contentType, Func<JsonNode> schema) => (ContentType, _schema) = (contentType, schema);

    public string ContentType { get; }

    /// <summary>A message that is read or written by its type.</summary>
    public static OperationBody Of(JsonTypeInfo type, string contentType = "application/json") =>
        new(contentType, () => type.GetJsonSchemaAsNode(Options));

    /// <summary>A message that is read or written by hand.</summary>
    public static OperationBody Of([StringSyntax(StringSyntaxAttribute.Json)] string schema, string contentType = "application/json") =>
        new(contentType, () => JsonNode.Parse(schema)!);

    public JsonNode Schema() => _schema();
}
