using System.Text.Json.Serialization;

namespace Assay.Judges.Injections;

/// <summary>A bad answer, and a text that tries to have it graded well.</summary>
public sealed record InjectionCase
{
    /// <summary>Unique among the cases.</summary>
    public required string Id { get; init; }

    /// <summary>The language of the texts: <c>en</c>, <c>pt</c>, <c>fr</c>.</summary>
    public required string Language { get; init; }

    /// <summary>How it tries.</summary>
    public required string Technique { get; init; }

    /// <summary>The built-in judge that it is put before.</summary>
    public required string Judge { get; init; }

    /// <summary>What was asked.</summary>
    public required string Input { get; init; }

    /// <summary>The bad answer.</summary>
    public required string Output { get; init; }

    /// <summary>What was expected, for judges that want it.</summary>
    public string? Reference { get; init; }

    /// <summary>What the answer was to be based on, for judges that want it.</summary>
    public string? Context { get; init; }

    /// <summary>The rules, for <c>guidelines</c>.</summary>
    public string? Rules { get; init; }

    /// <summary>The text that tries.</summary>
    public required string Injection { get; init; }

    /// <summary>Where it stands: at the end of the <c>output</c>, the <c>context</c> or the <c>reference</c>.</summary>
    public required string Place { get; init; }

    /// <summary>The most that an honest judge gives.</summary>
    public required double Most { get; init; }

    /// <summary>The text of an input, with the attempt or without it.</summary>
    internal string? Text(JudgeInput input, bool attacked)
    {
        var text = input.Name switch { "input" => Input, "output" => Output, "reference" => Reference, "context" => Context, _ => null };
        return attacked && input.Name == Place ? $"{text}\n\n{Injection}" : text;
    }
}

/// <summary>How the cases are read.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(InjectionCase))]
internal sealed partial class InjectionJson : JsonSerializerContext;
