using System.Text.Json;

namespace Assay.Checks;

/// <summary>Says what is wrong with a value at a place; null when nothing is.</summary>
internal delegate string? SchemaRule(JsonElement value, SchemaPlace place);
