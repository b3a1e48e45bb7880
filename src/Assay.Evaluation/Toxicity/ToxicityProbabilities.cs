namespace Assay.Toxicity;

/// <summary>Calibrated probabilities of one text, each in [0, 1]; higher is worse. A text is called positive at 0.5 and above.</summary>
/// <param name="Hate">That the text attacks people for what they are (a protected group): MLflow's meaning of toxicity.</param>
/// <param name="Any">That the text is toxic in any way: insult, threat and obscenity too.</param>
/// <param name="Language">The language whose calibration was used.</param>
public readonly record struct ToxicityProbabilities(double Hate, double Any, ToxicityLanguage Language)
{
    /// <summary>What is called hate is called toxic too, at the threshold at least; how toxic, the other head knows better.</summary>
    internal static double AnyOf(double hate, double any) => hate >= 0.5 ? Math.Max(0.5, any) : any;
}
