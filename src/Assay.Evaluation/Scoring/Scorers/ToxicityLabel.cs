namespace Assay.Scoring.Scorers;

/// <summary>What a toxicity scorer gives the probability of.</summary>
internal enum ToxicityLabel
{
    /// <summary>Hate against a group of people for what they are, as MLflow's toxicity has it.</summary>
    Hate,

    /// <summary>Any toxicity: insults, threats and obscenity too.</summary>
    Any,
}
