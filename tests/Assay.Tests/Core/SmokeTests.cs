namespace Assay.Tests.Core;

public sealed class SmokeTests
{
    [Fact]
    public void Solution_Builds_AndTestsRun() => Assert.Equal("Assay.Tests", typeof(SmokeTests).Assembly.GetName().Name);
}
