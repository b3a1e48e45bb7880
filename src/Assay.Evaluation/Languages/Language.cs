namespace Assay.Languages;

/// <summary>A language that <see cref="LanguageDetector"/> tells apart.</summary>
public enum Language
{
    /// <summary>Too short, mixed, or none of the others.</summary>
    Unknown,

    /// <summary>English.</summary>
    English,

    /// <summary>Portuguese.</summary>
    Portuguese,

    /// <summary>French.</summary>
    French,

    /// <summary>Spanish.</summary>
    Spanish,

    /// <summary>Written in letters that are not Latin.</summary>
    Other,
}
