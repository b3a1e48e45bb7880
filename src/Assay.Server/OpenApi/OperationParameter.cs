namespace Assay.Server.OpenApi;

/// <summary>A parameter in the query of an <see cref="Operation"/>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">JSON Schema's name for what it is: <c>string</c>, <c>integer</c>, <c>boolean</c>.</param>
/// <param name="Description">What it does.</param>
internal sealed record OperationParameter(string Name, string Type, string Description);
