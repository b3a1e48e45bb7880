namespace Assay.Judges;

/// <summary>Which judge gave a score: the definition and the model that was asked. A calibration holds for exactly this pair.</summary>
/// <param name="Name">The definition's name.</param>
/// <param name="Version">The definition's version.</param>
/// <param name="Digest">The definition's digest.</param>
/// <param name="Model">The model's name, with its parameters where some were set.</param>
public sealed record JudgeIdentity(string Name, string Version, string Digest, string Model)
{
    /// <summary>One text for both, that differs whenever one of them does.</summary>
    public override string ToString() => $"{Name}/{Version} {Digest} by {Model}";
}
