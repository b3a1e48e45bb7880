using System.Text.Json;

namespace Assay.Checks;

/// <summary>Equal JSON values: numbers by value, objects whatever the order of their properties.</summary>
internal sealed class JsonValueComparer : IEqualityComparer<JsonElement>
{
    public bool Equals(JsonElement x, JsonElement y) => JsonElement.DeepEquals(x, y);

    public int GetHashCode(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.GetHashCode(StringComparison.Ordinal),
        JsonValueKind.Number => value.GetDouble().GetHashCode(),
        JsonValueKind.Array => value.EnumerateArray().Aggregate(1, (hash, item) => HashCode.Combine(hash, GetHashCode(item))),
        JsonValueKind.Object => value.EnumerateObject().Aggregate(2, (hash, property) =>
            hash + HashCode.Combine(property.Name.GetHashCode(StringComparison.Ordinal), GetHashCode(property.Value))),
        _ => (int)value.ValueKind,
    };
}
