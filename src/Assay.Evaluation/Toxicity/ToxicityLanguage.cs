namespace Assay.Toxicity;

/// <summary>The languages that the toxicity model is trained and calibrated for.</summary>
public enum ToxicityLanguage
{
    /// <summary>English; also what a text without any known word is taken for.</summary>
    English,

    /// <summary>Portuguese.</summary>
    Portuguese,

    /// <summary>French.</summary>
    French,

    /// <summary>Spanish.</summary>
    Spanish,
}
