namespace Assay.Toxicity.Training.Corpus;

/// <summary>A case of HateCheck or Multilingual HateCheck.</summary>
internal sealed record SuiteCase(ToxicityLanguage Language, string Functionality, string Text, bool Hateful, string Target);
