namespace Assay.Toxicity.Training.Learning;

/// <summary>Logistic calibration (Platt 1999): the slope and offset that best turn held-out scores into probabilities, by Newton's method.</summary>
internal static class Calibration
{
    private const int Steps = 50;
    private const double Prior = 1e-3;

    public static (float Slope, float Offset) Fit(IReadOnlyCollection<(float Score, bool Label, float Weight)> judged)
    {
        double slope = 1, offset = 0;
        for (var step = 0; step < Steps && judged.Count > 0; step++)
        {
            double g1 = Prior * (slope - 1), g2 = Prior * offset, h11 = Prior, h12 = 0, h22 = Prior;
            foreach (var (score, label, weight) in judged)
            {
                var p = 1 / (1 + Math.Exp(-(slope * score + offset)));
                var error = (p - (label ? 1 : 0)) * weight;
                var bend = p * (1 - p) * weight;
                g1 += error * score;
                g2 += error;
                h11 += bend * score * score;
                h12 += bend * score;
                h22 += bend;
            }

            var determinant = h11 * h22 - h12 * h12;
            slope -= (h22 * g1 - h12 * g2) / determinant;
            offset -= (h11 * g2 - h12 * g1) / determinant;
        }

        return ((float)slope, (float)offset);
    }
}
