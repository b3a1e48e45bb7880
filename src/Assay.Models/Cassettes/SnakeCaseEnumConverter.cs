using System.Text.Json;
using System.Text.Json.Serialization;

namespace Assay.Models;

/// <summary>Writes <c>ContentFilter</c> as <c>content_filter</c>, and accepts no numbers.</summary>
internal sealed class SnakeCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
