using System.Text.Json;
using System.Text.Json.Serialization;

namespace Assay.Tests.Storage;

/// <summary>Compares records by all that is in them, whatever kind of list holds it.</summary>
internal static class Sameness
{
    private static readonly JsonSerializerOptions Options = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals, WriteIndented = true };

    public static void ShouldBeSameAs<T>(this T actual, T expected) =>
        JsonSerializer.Serialize(actual, Options).ShouldBe(JsonSerializer.Serialize(expected, Options));
}
