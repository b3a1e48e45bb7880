using System.Text;

namespace Assay.Judges;

/// <summary>What every judge is told, whatever it judges: texts in files of their own, as the definitions are.</summary>
internal static class JudgeTexts
{
    /// <summary>The system message; <c>{{marker}}</c> and <c>{{form}}</c> are filled per call.</summary>
    public static string Instructions { get; } = Read("judges/instructions.txt");

    /// <summary>The one question after an answer that is no judgement; <c>{{fault}}</c> and <c>{{form}}</c> are filled.</summary>
    public static string Repair { get; } = Read("judges/repair.txt");

    public static string Read(string name)
    {
        using var stream = typeof(JudgeTexts).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly has no embedded text {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Trim();
    }
}
