using Assay.Models;

namespace Assay;

/// <summary>One of the models that a grid tries.</summary>
/// <param name="Name">As the user gave it: <c>azure:gpt-4o</c>. Its price is looked up by it.</param>
/// <param name="Model">Answers; stays the caller's to dispose.</param>
public sealed record GridModel(string Name, IModel Model);
