namespace Assay;

/// <summary>A tool that the model asks to be called.</summary>
/// <param name="Id">The service's id of the call.</param>
/// <param name="Name">The function's name.</param>
/// <param name="Arguments">Its arguments as the model wrote them: JSON text, not checked.</param>
public sealed record ToolCall(string? Id, string Name, string Arguments);
