namespace Assay.Storage.Tracking;

/// <summary>Steps from one to another, both included.</summary>
internal readonly record struct StepRange(long First, long Last)
{
    /// <summary>Steps at even distances, both ends among them.</summary>
    public long At(int index, int count) => count < 2 ? First : First + (long)((Int128)index * ((Int128)Last - First) / (count - 1));
}
