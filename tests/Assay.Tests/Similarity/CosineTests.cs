using Assay.Similarity;

namespace Assay.Tests.Similarity;

public sealed class CosineTests
{
    [Theory]
    [InlineData(new float[] { 1, 0 }, new float[] { 5, 0 }, 1.0)]
    [InlineData(new float[] { 1, 0 }, new float[] { 0, 2 }, 0.0)]
    [InlineData(new float[] { 1, 2 }, new float[] { -2, -4 }, -1.0)]
    [InlineData(new float[] { 3, 4 }, new float[] { 4, 3 }, 0.96)]
    [InlineData(new float[] { 1e-30f, 0 }, new float[] { 1e-30f, 1e-30f }, 0.7071067811865475)]
    public void Of_TwoDirections_IsTheCosine(float[] left, float[] right, double expected) => Cosine.Of(left, right)!.Value.ShouldBe(expected, 1e-12);

    [Theory]
    [InlineData(new float[] { 0, 0 }, new float[] { 1, 0 })]
    [InlineData(new float[] { 1 }, new float[] { 1, 0 })]
    [InlineData(new float[0], new float[0])]
    public void Of_NoDirection_IsNone(float[] left, float[] right) => Cosine.Of(left, right).ShouldBeNull();
}
