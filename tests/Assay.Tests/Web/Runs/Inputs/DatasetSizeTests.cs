using Assay.Web.Runs.Inputs;
using Assay.Web.Visits;
using Microsoft.AspNetCore.Http;

namespace Assay.Tests.Web.Runs.Inputs;

public sealed class DatasetSizeTests
{
    [Theory]
    [InlineData("""{"num_rows": 40, "num_elements": 80}""", "40 rows, 80 elements")]
    [InlineData("""{"num_rows": 1, "num_elements": 12345}""", "1 row, 12,345 elements")]
    [InlineData("""{"approx_count": 1000}""", "about 1,000 rows")]
    [InlineData("""{"features_shape": [150, 4], "features_nbytes": 4800, "targets_shape": null}""", "features_shape 150 × 4, features_nbytes 4.8\u00A0kB")]
    [InlineData("""{"features_shape": {"x": [150, 4]}}""", """features_shape {"x": [150, 4]}""")]
    [InlineData("""{"num_rows": -1, "num_elements": "many", "x": 1e400}""", "num_rows -1, num_elements many, x 1e400")]
    [InlineData("some text", "some text")]
    [InlineData("12", "12")]
    public void Of_AProfile_IsInWords_AsFarAsItIsUnderstood(string profile, string words) =>
        string.Join(", ", DatasetSize.Of(new Visit(new DefaultHttpContext(), null!, Visitor.Anyone, default), profile)).ShouldBe(words);
}
